// <gw-response>: an answer, or why there is none. A long one is shown in pieces.

import {LitElement, html, nothing} from 'lit';
import {JsonError, parse, print} from './json.js';
import './tree.js';

const PIECE = 100_000; // characters

class Response extends LitElement {
  static properties = {
    answer: {attribute: false}, // {status, statusText, headers, bytes, milliseconds, gateway, upstream, failed}
    view: {state: true},
    pieces: {state: true},
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
      this.text = isText(this.answer) ? new TextDecoder().decode(this.answer.bytes) : undefined;
      this.json = undefined;
      if (this.text !== undefined) {
        try {
          this.json = {value: parse(this.text)};
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
      ${this.#body()}`;
  }

  #body() {
    if (this.text === undefined) {
      return html`<p class="note">These are bytes of ${type(this.answer) || 'an unknown type'}; download them to look.</p>`;
    }
    if (this.json && this.view === 'tree') {
      return html`<div class="panel"><gw-tree .value=${this.json.value} open></gw-tree></div>`;
    }
    const text = this.json && this.text.length < PIECE ? print(this.json.value) : this.text;
    const shown = PIECE * this.pieces;
    return html`<pre tabindex="0" role="region" aria-label="The answer's text"><code>${text.slice(0, shown)}</code></pre>
      ${text.length > shown ? html`<button type="button" class="link" @click=${() => this.pieces++}>Show more: ${size(text.length - shown)} left</button>` : nothing}`;
  }

  #download() {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([this.answer.bytes], {type: type(this.answer)}));
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
