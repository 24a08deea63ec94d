// <gw-tree>: JSON to look into. A branch is made when it is opened, and shows so many members at a time, and a text so many
// characters, so that a large answer does not freeze the page; what is small and near the top is open from the start.

import {LitElement, html, nothing} from 'lit';
import {Numeral, kind, print} from './json.js';

const AT_ONCE = 100;
const FEW = 12; // members
const NEAR = 2; // levels below the top
const PIECE = 10_000; // characters of a text; ten times as many each time that more are asked for

class Tree extends LitElement {
  static properties = {
    value: {attribute: false},
    name: {attribute: false},
    open: {type: Boolean},
    level: {attribute: false},
    shown: {state: true},
    piece: {state: true},
  };

  constructor() {
    super();
    this.shown = AT_ONCE;
    this.piece = PIECE;
    this.level = 0;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const members = this.value instanceof Map ? [...this.value] : Array.isArray(this.value) ? this.value.map((one, i) => [i, one]) : null;
    const label = this.name === undefined ? nothing : html`<span class="key">${this.name}</span> `;
    if (!members) {
      return html`<div class="leaf">${label}${this.#leaf(text(this.value))}</div>`;
    }
    const size = this.value instanceof Map ? `{${members.length}}` : `[${members.length}]`;
    return html`<details ?open=${this.open} @toggle=${this.#toggled}><summary>${label}<span class="note">${size}</span></summary>
      ${this.open ? html`<div class="branch">${members.slice(0, this.shown).map(([name, one]) =>
        html`<gw-tree .name=${name} .value=${one} .level=${this.level + 1} ?open=${members.length === 1 || this.#isOpened(members, one)}></gw-tree>`)}
        ${members.length > this.shown ? html`<button type="button" class="link" @click=${this.#more}>Show ${Math.min(AT_ONCE, members.length - this.shown)} more of ${members.length - this.shown}</button>` : nothing}
      </div>` : nothing}</details>`;
  }

  #leaf(whole) {
    const left = whole.length - this.piece;
    return html`<span class="value" data-kind=${kind(this.value)}>${left > 0 ? whole.slice(0, this.piece) + '…' : whole}</span>
      ${left > 0 ? html`<button type="button" class="link" @click=${() => this.piece *= 10}>Show more: ${left.toLocaleString('en')} characters left</button>` : nothing}`;
  }

  #isOpened(members, one) {
    const size = one instanceof Map ? one.size : Array.isArray(one) ? one.length : 0;
    return this.level < NEAR && members.length <= FEW && size <= FEW;
  }

  #toggled(event) {
    if (event.target === event.currentTarget) {
      this.open = event.target.open;
    }
  }

  #more() {
    this.shown += AT_ONCE;
  }
}

function text(value) {
  return value instanceof Numeral ? value.text : print(value, 0);
}

customElements.define('gw-tree', Tree);
