// <gw-address>: the form of a call to any URL. Takes what stands under "with" of a task call: http, as .called, and fires
// "edit" with detail {value}, another such Map, and "broken" with {part, broken} for texts that are no JSON. What it does
// not show stays as it was.

import {LitElement, html, nothing} from 'lit';
import './raw.js';
import {request} from './send.js';

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options'];
const PARTS = {query: 'Query', headers: 'Headers', body: 'Body'};

// What a new call begins with.
export function anyCall() {
  return new Map([['method', 'get'], ['endpoint', new Map([['uri', '']])]]);
}

// Whether it can be called: a URL and a connection are there.
export function isWhole(called) {
  return Boolean(uri(called) && connection(called));
}

function uri(called) {
  const endpoint = called.get('endpoint');
  return endpoint instanceof Map ? endpoint.get('uri') ?? '' : endpoint ?? '';
}

function connection(called) {
  const endpoint = called.get('endpoint');
  return endpoint instanceof Map ? endpoint.get('authentication')?.get('use') ?? '' : '';
}

class Address extends LitElement {
  static properties = {called: {attribute: false}, connections: {state: true}, trouble: {state: true}};

  createRenderRoot() {
    return this;
  }

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.connections = (await request('GET', '/api/v1/connections')).items;
    } catch (problem) {
      this.connections = [];
      this.trouble = problem.message;
    }
  }

  // The connection that is chosen.
  get use() {
    return connection(this.called);
  }

  #broken(part, broken) {
    this.dispatchEvent(new CustomEvent('broken', {detail: {part, broken}}));
  }

  #set(part, value) {
    const called = new Map(this.called);
    value === undefined ? called.delete(part) : called.set(part, value);
    this.called = called;
    this.dispatchEvent(new CustomEvent('edit', {detail: {value: called}}));
  }

  #address(uri, use) {
    const before = this.called.get('endpoint');
    const endpoint = new Map(before instanceof Map ? before : []).set('uri', uri);
    use ? endpoint.set('authentication', new Map([['use', use]])) : endpoint.delete('authentication');
    this.#set('endpoint', endpoint);
  }

  // A URL that nobody has written yet begins as that of the connection's server.
  #over(use) {
    const servers = this.connections.map(one => one.server).filter(Boolean);
    const written = uri(this.called);
    const server = this.connections.find(one => one.name === use)?.server;
    this.#address(server && (written === '' || servers.includes(written)) ? server : written, use);
  }

  render() {
    const method = (this.called.get('method') ?? 'get').toLowerCase();
    const use = connection(this.called);
    const names = (this.connections ?? []).map(one => one.name);
    return html`<div class="field"><label for="task-method">Method</label><select id="task-method" @change=${event => this.#set('method', event.target.value)}>
        ${METHODS.map(one => html`<option value=${one} .selected=${one === method}>${one.toUpperCase()}</option>`)}</select></div>
      <div class="field"><label for="task-connection">Connection</label><select id="task-connection" @change=${event => this.#over(event.target.value)}>
        <option value="" .selected=${use === ''}>choose one</option>
        ${use && !names.includes(use) ? html`<option value=${use} .selected=${true}>${use}</option>` : nothing}
        ${(this.connections ?? []).map(one => html`<option value=${one.name} .selected=${one.name === use}>${one.name} · ${one.environment}</option>`)}</select>
        ${this.trouble ? html`<p class="wrong" role="alert">${this.trouble}</p>` : nothing}</div>
      <div class="field"><label for="task-url">URL</label><input id="task-url" autocomplete="off" spellcheck="false" placeholder="https://api.example/orders" .value=${uri(this.called)} @input=${event => this.#address(event.target.value, use)}>
        <p class="note small">Or an expression, such as <code>\${ "https://api.example/orders/" + .id }</code>. The connection's credentials go to its own server alone.</p></div>
      ${Object.entries(PARTS).map(([part, title]) => html`<details ?open=${this.called.has(part)}><summary>${title}</summary>
        <gw-raw label=${`${title} as JSON`} rows=${part === 'body' ? 8 : 3} .value=${this.called.get(part)} @broken=${() => this.#broken(part, true)} @edit=${event => { this.#broken(part, false); this.#set(part, event.detail.value); }}></gw-raw></details>`)}`;
  }
}

customElements.define('gw-address', Address);
