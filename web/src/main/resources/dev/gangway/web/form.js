// <gw-form>: a form for any JSON value that rows describe. In: rows, value, findings. Out: "edit" with detail.value. (Not "change":
// those of the controls inside bubble.)
// Required fields are there from the start, others are added on demand; what no row describes is kept and shown as
// JSON. It knows nothing of operations, gateways or pages.

import {LitElement, html, nothing} from 'lit';
import './raw.js';
import {Rows, fits} from './rows.js';
import {scalar} from './scalar.js';
import {base64, wrongLogo} from './png.js';

const DEEPEST = 24;
const MANY = 12; // fields from which on the list to add from has a filter

let forms = 0;

class Form extends LitElement {
  static properties = {
    rows: {attribute: false},
    value: {attribute: false},
    findings: {attribute: false}, // [{field, message}], fields dotted as a[0].b
    whole: {}, // what the value itself is called in findings; empty for a body
    label: {},
  };

  constructor() {
    super();
    this.key = 'f' + ++forms;
    this.findings = [];
    this.whole = '';
    this.label = '';
    this.chosen = new Map(); // alternatives that somebody picked, by place
    this.files = new Map(); // what was wrong with a file, by place
  }

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('rows')) {
      this.tree = new Rows(this.rows);
    }
    if (changed.has('findings')) {
      this.wrong = Map.groupBy(this.findings, finding => finding.field);
    }
  }

  render() {
    if (!this.rows?.length) {
      return html`<gw-raw .value=${this.value} label=${this.label || 'JSON'} rows="8" @edit=${event => this.#changed(event.detail.value)}></gw-raw>`;
    }
    const row = this.tree.row(0);
    const set = value => this.#changed(value);
    if (this.whole || row.type !== 'object') {
      return this.#field(0, this.value, this.whole, set, null, 0);
    }
    return html`${this.#messages(this.whole)}${this.#control(0, this.value, this.whole, set, 0)}`;
  }

  #changed(value) {
    this.value = value;
    this.dispatchEvent(new CustomEvent('edit', {detail: {value}}));
  }

  // A name, its control, and what is wrong with it.
  #field(index, value, at, set, remove, depth, name = this.tree.row(index).name) {
    const row = this.tree.row(index);
    const id = this.#id(at);
    const isBox = ['object', 'map', 'array', 'one_of', 'any_of'].includes(row.type) && fits(row, value) && value !== null;
    const buttons = html`${row.nullable && !row.values ? html`<button type="button" class="link" aria-pressed=${value === null} aria-label=${`${at}: null`} @click=${() => set(value === null ? this.tree.blank(index) : null)}>null</button>` : nothing}
      ${remove ? html`<button type="button" class="link" aria-label=${`Remove ${at}`} @click=${() => this.#thenFocus(remove, at)}>Remove</button>` : nothing}`;
    const about = html`<span class="type">${row.words}</span>${row.required && !remove ? html` <span class="must">required</span>` : nothing}`;
    if (isBox) {
      return html`<fieldset class="box" data-at=${at}><legend>${name} ${about}</legend>
        <div class="tools">${buttons}</div>${this.#hint(row, id)}${this.#messages(at)}${this.#control(index, value, at, set, depth)}</fieldset>`;
    }
    return html`<div class="field" data-at=${at}><div class="line"><label for=${id}>${name}</label> ${about}<span class="tools">${buttons}</span></div>
      ${this.#control(index, value, at, set, depth)}${this.#hint(row, id)}${this.#messages(at)}</div>`;
  }

  #control(index, value, at, set, depth) {
    const row = this.tree.row(index);
    if (depth > DEEPEST || row.type === 'any' || !fits(row, value)) {
      return html`<gw-raw .value=${value} label=${at || 'JSON'} @edit=${event => set(event.detail.value)}></gw-raw>`;
    }
    if (value === null) {
      return html`<code class="nil">null</code>`;
    }
    switch (row.type) {
      case 'object': return this.#object(index, value, at, set, depth);
      case 'map': return this.#map(index, value, at, set, depth);
      case 'array': return this.#array(index, value, at, set, depth);
      case 'one_of': case 'any_of': return this.#choice(index, value, at, set, depth);
      default: return this.#plain(row, value, at, set);
    }
  }

  #plain(row, value, at, set) {
    const id = this.#id(at);
    const common = {id, describedBy: `${id}-hint ${id}-wrong`, wrong: this.wrong?.has(at) || this.files.has(at) ? 'true' : 'false'};
    const control = scalar(row, value, set, common);
    const takesFile = row.type === 'file' || ['byte', 'base64', 'binary'].includes(row.format) || row.name === 'logo';
    return takesFile && value !== null ? html`${control}${this.#file(row, at, set)}` : control;
  }

  #file(row, at, set) {
    const isLogo = row.name === 'logo';
    const read = async event => {
      const file = event.target.files[0];
      if (!file) {
        return;
      }
      const bytes = new Uint8Array(await file.arrayBuffer());
      const wrong = isLogo ? wrongLogo(bytes) : undefined;
      if (wrong) {
        this.files.set(at, [`must be ${wrong}`]);
        event.target.value = '';
        this.requestUpdate();
      } else {
        this.files.delete(at);
        set(base64(bytes));
      }
    };
    return html`<input type="file" class="file" aria-label=${`${at}: choose a file`} accept=${isLogo ? 'image/png' : nothing} @change=${read}>`;
  }

  #object(index, value, at, set, depth) {
    const now = value ?? new Map();
    const members = this.tree.of(index, 'member').filter(part => !this.tree.row(part).credential);
    const named = new Set(this.tree.of(index, 'member').map(part => this.tree.row(part).name));
    const isShown = part => this.tree.row(part).required || now.has(this.tree.row(part).name);
    const shown = [...members.filter(part => this.tree.row(part).required), ...members.filter(part => !this.tree.row(part).required && isShown(part))];
    const order = members.map(part => this.tree.row(part).name);
    const put = name => one => set(withMember(now, name, one, order));
    const others = this.tree.of(index, 'map_value');
    const unknown = [...now.keys()].filter(name => !named.has(name));
    return html`${shown.map(part => {
      const row = this.tree.row(part);
      const remove = row.required ? null : () => put(row.name)(undefined);
      return this.#field(part, now.get(row.name), inside(at, row.name), put(row.name), remove, depth + 1);
    })}
    ${unknown.map(name => others.length ? this.#field(others[0], now.get(name), inside(at, name), put(name), () => put(name)(undefined), depth + 1, name)
      : this.#unknown(name, now.get(name), inside(at, name), put(name)))}
    ${this.#add(members.filter(part => !isShown(part)), now, at, set, order)}
    ${others.length ? this.#addKey(others[0], now, at, set) : nothing}`;
  }

  #unknown(name, value, at, put) {
    return html`<div class="field" data-at=${at}><div class="line"><span class="label">${name}</span> <span class="type">not in the document</span>
      <span class="tools"><button type="button" class="link" aria-label=${`Remove ${at}`} @click=${() => this.#thenFocus(() => put(undefined), at)}>Remove</button></span></div>
      <gw-raw .value=${value} label=${at} rows="2" @edit=${event => put(event.detail.value)}></gw-raw>${this.#messages(at)}</div>`;
  }

  // A list of the fields that may be added, closed until somebody wants one.
  #add(parts, now, at, set, order) {
    if (parts.length === 0) {
      return nothing;
    }
    const add = (part, event) => {
      const row = this.tree.row(part);
      event.target.closest('details').open = false;
      set(withMember(now, row.name, this.tree.blank(part) ?? null, order));
      this.#focus(inside(at, row.name));
    };
    const filter = event => {
      const typed = event.target.value.toLowerCase();
      for (const button of event.target.closest('details').querySelectorAll('[data-name]')) {
        button.hidden = !button.dataset.name.includes(typed);
      }
    };
    return html`<details class="add"><summary>Add field <span class="note">${parts.length} more${at ? ` in ${at}` : ''}</span></summary>
      ${parts.length >= MANY ? html`<input type="search" placeholder="Filter" aria-label=${`Filter fields to add${at ? ' to ' + at : ''}`} autocomplete="off" @input=${filter}>` : nothing}
      <div class="choices">${parts.map(part => {
        const row = this.tree.row(part);
        return html`<button type="button" class="quiet" data-name=${row.name.toLowerCase()} @click=${event => add(part, event)}>${row.name} <span class="type">${row.words}</span></button>`;
      })}</div></details>`;
  }

  #map(index, value, at, set, depth) {
    const now = value ?? new Map();
    const [part] = this.tree.of(index, 'map_value');
    if (part === undefined) {
      return html`<gw-raw .value=${value} label=${at} @edit=${event => set(event.detail.value)}></gw-raw>`;
    }
    const put = name => one => set(withMember(now, name, one));
    return html`${[...now].map(([name, one]) => this.#field(part, one, inside(at, name), put(name), () => put(name)(undefined), depth + 1, name))}
      ${this.#addKey(part, now, at, set)}`;
  }

  #addKey(part, now, at, set) {
    const id = this.#id(at) + '-key';
    const add = event => {
      event.preventDefault();
      const input = event.target.closest('.key').querySelector('input');
      const name = input.value.trim();
      if (name !== '' && !now.has(name)) {
        input.value = '';
        set(withMember(now, name, this.tree.blank(part) ?? null));
        this.#focus(inside(at, name));
      }
    };
    return html`<div class="key row"><label for=${id} class="unseen">New name in ${at || 'the body'}</label>
      <input id=${id} placeholder="New name" autocomplete="off" spellcheck="false" @keydown=${event => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && add(event)}>
      <button type="button" class="quiet" @click=${add}>Add</button></div>`;
  }

  #array(index, value, at, set, depth) {
    const now = value ?? [];
    const [part] = this.tree.of(index, 'item');
    if (part === undefined) {
      return html`<gw-raw .value=${value} label=${at} @edit=${event => set(event.detail.value)}></gw-raw>`;
    }
    const put = i => one => set(now.map((old, j) => j === i ? (one === undefined ? '' : one) : old));
    const add = () => {
      set([...now, this.tree.blank(part) ?? null]);
      this.#focus(`${at}[${now.length}]`);
    };
    return html`${now.map((one, i) => this.#field(part, one, `${at}[${i}]`, put(i), () => set(now.filter((_, j) => j !== i)), depth + 1, String(i + 1)))}
      <button type="button" class="quiet more" aria-label=${`Add to ${at || 'the list'}`} @click=${add}>Add one</button>`;
  }

  #choice(index, value, at, set, depth) {
    const parts = this.tree.of(index, 'alternative');
    const picked = this.chosen.get(at);
    const part = picked !== undefined && fits(this.tree.row(picked), value) ? picked : this.tree.alternative(index, value);
    if (part === undefined) {
      return html`<gw-raw .value=${value} label=${at} @edit=${event => set(event.detail.value)}></gw-raw>`;
    }
    const pick = event => {
      const next = parts[event.target.value];
      this.chosen.set(at, next);
      fits(this.tree.row(next), value) && value !== undefined ? this.requestUpdate() : set(this.tree.blank(next));
    };
    const id = this.#id(at);
    return html`<label for=${id + '-as'} class="unseen">${at} as</label>
      <select id=${id + '-as'} @change=${pick}>${parts.map((one, i) => html`<option value=${i} .selected=${one === part}>${this.tree.row(one).name || this.tree.row(one).words}</option>`)}</select>
      <div class="alternative">${this.#control(part, value, at, set, depth + 1)}</div>`;
  }

  #hint(row, id) {
    return row.description ? html`<p class="hint" id=${id + '-hint'}>${plainText(row.description)}</p>` : nothing;
  }

  #messages(at) {
    const all = [...(this.files.get(at) ?? []), ...(this.wrong?.get(at) ?? []).map(finding => finding.message)];
    return all.length ? html`<p class="wrong" id=${this.#id(at) + '-wrong'}>${at || 'This'} ${all.join('; ')}</p>` : nothing;
  }

  #id(at) {
    return `${this.key}-${at.replace(/\s/g, '_')}`;
  }

  // After something was removed, the keyboard stays where it was.
  async #thenFocus(change, at) {
    const box = this.querySelector(`[data-at="${CSS.escape(at)}"]`)?.parentElement.closest('[data-at], gw-form');
    change();
    await this.updateComplete;
    (box?.querySelector('summary, button, input, select') ?? this.querySelector('summary, input'))?.focus();
  }

  async #focus(at) {
    await this.updateComplete;
    this.querySelector(`[data-at="${CSS.escape(at)}"]`)?.querySelector('input, select, textarea, summary, button.more')?.focus();
  }
}

function inside(at, name) {
  return at ? `${at}.${name}` : name;
}

// A copy; a member that is there keeps its place, a new one goes before those that come later in `order`, undefined
// removes it.
function withMember(map, name, value, order = []) {
  const place = order.indexOf(name);
  if (value !== undefined && !map.has(name) && place >= 0) {
    const all = [...map];
    const later = all.findIndex(([other]) => order.indexOf(other) > place);
    all.splice(later < 0 ? all.length : later, 0, [name, value]);
    return new Map(all);
  }
  const copy = new Map(map);
  if (value === undefined) {
    copy.delete(name);
  } else {
    copy.set(name, value);
  }
  return copy;
}

const parser = new DOMParser();
const texts = new Map();

function plainText(markup) {
  let text = texts.get(markup);
  if (text === undefined) {
    text = parser.parseFromString(markup, 'text/html').body.textContent.trim().replace(/\s+/g, ' ');
    text = text.length > 220 ? text.slice(0, 219).trimEnd() + '…' : text;
    texts.set(markup, text);
  }
  return text;
}

customElements.define('gw-form', Form);
