// What was sent from this browser, and requests as links. Neither holds a value that the document calls secret.

import {LitElement, html, nothing} from 'lit';
import {Numeral, parse, print} from './json.js';
import {Secrets} from './mask.js';
import {Rows} from './rows.js';

const KEPT = 'gangway.history.';
const MOST = 20; // of one operation
const LINK = '#request=';

// A draft {values: Map place → Map name → value, body, type, connection} without secrets.
export function discreet(model, draft) {
  const values = new Map();
  for (const {place, rows} of model.parameters) {
    const given = draft.values.get(place)?.get(rows[0].name);
    if (given !== undefined && !rows[0].secret) {
      values.set(place, new Map(values.get(place) ?? []).set(rows[0].name, given));
    }
  }
  const rows = model.bodies.find(media => media.type === draft.type)?.rows;
  const secrets = new Secrets(model.secrets);
  return {...draft, values, body: rows?.length ? open(secrets, new Rows(rows), 0, draft.body) : described(secrets, draft.body)};
}

function open(secrets, rows, index, value) {
  const row = rows.row(index);
  if (row.secret || row.credential) {
    return undefined;
  }
  if (['one_of', 'any_of'].includes(row.type)) {
    const part = rows.alternative(index, value);
    return part === undefined ? described(secrets, value) : open(secrets, rows, part, value);
  }
  if (Array.isArray(value)) {
    const item = rows.of(index, 'item')[0];
    return item === undefined ? described(secrets, value) : value.map(one => open(secrets, rows, item, one)).filter(one => one !== undefined);
  }
  if (!(value instanceof Map)) {
    return value;
  }
  const members = new Map(rows.of(index, 'member').map(part => [rows.row(part).name, part]));
  const other = rows.of(index, 'map_value')[0];
  return new Map([...value].map(([name, one]) => {
    const part = members.get(name) ?? other;
    return [name, part !== undefined ? open(secrets, rows, part, one) : secrets.isDoubtful(name) ? undefined : described(secrets, one)];
  }).filter(([, one]) => one !== undefined));
}

// What no row describes, judged by its names.
function described(secrets, value) {
  if (value instanceof Map) {
    return new Map([...value].filter(([name]) => !secrets.isDoubtful(name)).map(([name, one]) => [name, described(secrets, one)]));
  }
  return Array.isArray(value) ? value.map(one => described(secrets, one)) : value;
}

function written(draft) {
  const {connection, type, values, body} = draft;
  return print(new Map(Object.entries({connection, type, values, ...(body === undefined ? {} : {body})})), 0);
}

function read(text) {
  const told = parse(text);
  return {connection: told.get('connection'), type: told.get('type'), values: told.get('values') ?? new Map(), body: told.get('body')};
}

// The page's address with a draft in it, behind the #: it is not sent to any server.
export function linkTo(draft) {
  const bytes = new TextEncoder().encode(written(draft));
  const base64 = btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
  return location.href.split('#')[0] + LINK + base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

// The draft of such an address; undefined for any other.
export function fromLink(hash) {
  if (!hash.startsWith(LINK)) {
    return undefined;
  }
  try {
    const binary = atob(hash.slice(LINK.length).replaceAll('-', '+').replaceAll('_', '/'));
    return read(new TextDecoder().decode(Uint8Array.from(binary, letter => letter.charCodeAt(0))));
  } catch {
    return undefined; // cut off on its way
  }
}

// What was sent before to an operation, newest first: [{at, status, milliseconds, draft}]
export function history(operation) {
  try {
    return parse(localStorage.getItem(KEPT + operation) ?? '[]')
      .map(one => ({at: one.get('at'), status: Number(one.get('status').text), milliseconds: Number(one.get('milliseconds').text), draft: read(one.get('draft'))}));
  } catch {
    return []; // somebody else wrote there
  }
}

// Keeps one more; answers all of them.
export function remember(operation, sent) {
  const all = [sent, ...history(operation)].slice(0, MOST);
  try {
    localStorage.setItem(KEPT + operation, print(all.map(one => new Map([['at', one.at], ['status', new Numeral(String(one.status))],
      ['milliseconds', new Numeral(String(Math.round(one.milliseconds)))], ['draft', written(one.draft)]])), 0));
  } catch {
    // the browser's room is used up: this page remembers it
  }
  return all;
}

export function forget(operation) {
  localStorage.removeItem(KEPT + operation);
  return [];
}

// <gw-history>: what was sent, to be filled in or sent again. In: entries. Out: "take" with detail {draft, again}, "forget".
class History extends LitElement {
  static properties = {entries: {attribute: false}};

  createRenderRoot() {
    return this;
  }

  render() {
    if (!this.entries?.length) {
      return nothing;
    }
    const take = (entry, again) => () => this.dispatchEvent(new CustomEvent('take', {detail: {draft: entry.draft, again}}));
    return html`<details class="aside history"><summary>History <span class="note">${this.entries.length}</span></summary>
      <p class="note small">Sent from this browser and kept in it, without values that are secret. <button type="button" class="link" @click=${() => this.dispatchEvent(new CustomEvent('forget'))}>Forget all</button></p>
      <ul class="plain">${this.entries.map(entry => html`<li class="row"><span class="badge ${entry.status < 400 ? 'good' : 'bad'}">${entry.status}</span>
        <span>${new Date(entry.at).toLocaleString()} <span class="note small">${entry.draft.connection} · ${entry.milliseconds} ms</span></span>
        <button type="button" class="link" @click=${take(entry, false)}>Fill in</button><button type="button" class="link" @click=${take(entry, true)}>Send again</button></li>`)}</ul></details>`;
  }
}

customElements.define('gw-history', History);
