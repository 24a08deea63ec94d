// <gw-raw>: JSON to edit as text. Fires "edit" with detail.value whenever the text is JSON, and keeps what was typed
// while it is not.

import {LitElement, html, nothing} from 'lit';
import {JsonError, parse, print} from './json.js';

class Raw extends LitElement {
  static properties = {
    value: {attribute: false},
    label: {},
    rows: {type: Number},
    text: {state: true},
    wrong: {state: true},
  };

  constructor() {
    super();
    this.rows = 4;
    this.label = 'JSON';
  }

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('value') && this.value !== this.last) {
      this.last = this.value;
      this.text = this.value === undefined ? '' : print(this.value);
      this.wrong = undefined;
    }
  }

  render() {
    return html`<textarea aria-label=${this.label} rows=${this.rows} spellcheck="false" autocomplete="off" aria-invalid=${this.wrong ? 'true' : 'false'}
      .value=${this.text ?? ''} @input=${this.#typed}></textarea>${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}`;
  }

  #typed(event) {
    this.text = event.target.value;
    try {
      this.last = this.value = this.text.trim() === '' ? undefined : parse(this.text);
      this.wrong = undefined;
      this.dispatchEvent(new CustomEvent('edit', {detail: {value: this.value}}));
    } catch (error) {
      if (!(error instanceof JsonError)) {
        throw error;
      }
      const before = this.text.slice(0, error.offset).split('\n');
      this.wrong = `Line ${before.length}, column ${before.at(-1).length + 1}: ${error.message}`;
      this.dispatchEvent(new CustomEvent('broken'));
    }
  }
}

customElements.define('gw-raw', Raw);
