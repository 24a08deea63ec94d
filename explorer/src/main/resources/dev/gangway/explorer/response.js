// <gw-response>: an answer, or why there is none. A long one is shown in pieces. Secrets are masked until somebody asks to
// see them ("reveal"; whoever hears it calls reveal() once that is on record), and masked again soon after.

import {LitElement, html, nothing} from 'lit';
import {JsonError, parse, print} from './json.js';
import {Secrets} from './mask.js';
import './tree.js';

const PIECE = 100_000; // characters
const SHOWN = 30; // seconds

// By the charset that the answer names; UTF-8 where it names none, or none that is known.
function decoder(answer) {
  const charset = /charset="?([^";\s]+)/i.exec(new Map(answer.headers).get('content-type') ?? '')?.[1];
  try {
    return new TextDecoder(charset ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
}

class Response extends LitElement {
  static properties = {
    answer: {attribute: false}, // {status, statusText, headers, bytes, milliseconds, gateway, upstream, failed}
    secrets: {attribute: false}, // which values are masked
    view: {state: true},
    pieces: {state: true},
    left: {state: true}, // seconds for which secrets are still shown
  };

  constructor() {
    super();
    this.view = 'tree';
    this.pieces = 1;
  }

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('answer') && this.answer) {
      this.pieces = 1;
      this.text = isText(this.answer) ? decoder(this.answer).decode(this.answer.bytes) : undefined;
      this.json = undefined;
      this.#hide();
      if (this.text !== undefined) {
        try {
          const value = parse(this.text);
          const {value: open, count} = new Secrets(this.secrets).masked(value);
          this.json = {value, open, count};
        } catch (error) {
          if (!(error instanceof JsonError)) {
            throw error;
          }
        }
      }
    }
  }

  render() {
    const answer = this.answer;
    if (!answer) {
      return nothing;
    }
    const good = answer.status < 400;
    return html`<h3>Answer</h3>
      <p class="row"><span class="badge ${good ? 'good' : 'bad'}">${answer.status} ${answer.statusText}</span>
        <span class="note small">${Math.round(answer.milliseconds)} ms${answer.timing ? ` (${answer.timing})` : ''} · ${size(answer.bytes.length)}</span></p>
      ${answer.failed ? html`<p class="wrong">This is the gateway's own answer: the request did not reach the provider.</p>` : nothing}
      <details class="small"><summary>${answer.headers.length} headers</summary><dl class="headers">${answer.headers.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></details>
      <div class="row tabs" role="group" aria-label="Show the answer as">
        ${this.json ? html`<button type="button" class="link" aria-pressed=${this.view === 'tree'} @click=${() => this.view = 'tree'}>Tree</button>` : nothing}
        ${this.text !== undefined ? html`<button type="button" class="link" aria-pressed=${this.view === 'raw' || !this.json} @click=${() => this.view = 'raw'}>Raw</button>` : nothing}
        <button type="button" class="link" @click=${this.#download}>Download</button></div>
      ${this.json?.count ? this.#veil() : nothing}
      ${this.#body()}`;
  }

  get #value() {
    return this.left ? this.json.value : this.json.open;
  }

  #veil() {
    const {count} = this.json;
    return this.left
      ? html`<p class="row small"><span role="timer">Shown for ${this.left} more seconds, and on record.</span> <button type="button" class="link" @click=${this.#hide}>Hide</button></p>`
      : html`<p class="row small"><span class="note">${count === 1 ? 'One value is' : `${count} values are`} masked.</span> <button type="button" class="link" @click=${() => this.dispatchEvent(new CustomEvent('reveal'))}>Show for ${SHOWN} seconds</button></p>`;
  }

  reveal() {
    this.left = SHOWN;
    this.clock = setInterval(() => --this.left || this.#hide(), 1000);
  }

  #hide() {
    clearInterval(this.clock);
    this.left = 0;
  }

  disconnectedCallback() {
    this.#hide();
    super.disconnectedCallback();
  }

  #body() {
    if (this.text === undefined) {
      return html`<p class="note">These are bytes of ${type(this.answer) || 'an unknown type'}; download them to look.</p>`;
    }
    if (this.json && this.view === 'tree') {
      return html`<div class="panel"><gw-tree .value=${this.#value} open></gw-tree></div>`;
    }
    const text = this.#shownText();
    const shown = PIECE * this.pieces;
    return html`<pre tabindex="0" role="region" aria-label="The answer's text"><code>${text.slice(0, shown)}</code></pre>
      ${text.length > shown ? html`<button type="button" class="link" @click=${() => this.pieces++}>Show more: ${size(text.length - shown)} left</button>` : nothing}`;
  }

  // As it came where nothing is masked and it is too long to be laid out anew.
  #shownText() {
    return this.json && (this.text.length < PIECE || this.json.count && !this.left) ? print(this.#value) : this.text;
  }

  #download() {
    const link = document.createElement('a');
    const bytes = this.json?.count && !this.left ? this.#shownText() : this.answer.bytes;
    link.href = URL.createObjectURL(new Blob([bytes], {type: type(this.answer)}));
    link.download = 'answer' + ({'application/json': '.json', 'application/pdf': '.pdf', 'application/zip': '.zip'}[type(this.answer)] ?? '');
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

function type(answer) {
  return (answer.headers.find(([name]) => name === 'content-type')?.[1] ?? '').split(';')[0].trim();
}

function isText(answer) {
  return answer.bytes.length === 0 || /^(text\/|application\/(.*\+)?(json|xml|yaml|javascript|x-www-form-urlencoded)$)/.test(type(answer));
}

function size(bytes) {
  return bytes < 1000 ? `${bytes} B` : bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

customElements.define('gw-response', Response);
