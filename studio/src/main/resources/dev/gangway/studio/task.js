// <gw-task>: the dialog that makes an HTTP task. Find an operation, read it, fill it in with values or expressions, test
// it over a connection, and hand it on: fires "insert" with detail {name, task}. open() begins a new one, edit() takes one.
// A call that is of no operation is filled in as method and URL.

import {LitElement, html, nothing} from 'lit';
import {parse, print} from './json.js';
import './form.js';
import './raw.js';
import './past.js';
import {anyCall, isWhole} from './address.js';
import {request} from './send.js';

const READING = ['GET', 'HEAD', 'OPTIONS'];
const PAUSE = 120; // milliseconds without a keystroke before the catalog is searched
const STAGES = {input: 'gets', 'input.from': 'takes of it, by input.from', result: 'comes to', 'output.as': 'hands on, by output.as', 'export.as': 'exports, by export.as'};

class HttpTask extends LitElement {
  static properties = {
    hits: {state: true}, query: {state: true}, chosen: {state: true}, model: {state: true}, body: {state: true},
    values: {state: true}, name: {state: true}, connection: {state: true}, view: {state: true}, input: {state: true},
    tested: {state: true}, trouble: {state: true}, busy: {state: true}, was: {state: true}, called: {state: true}, broken: {state: true}, asking: {state: true}, answers: {state: true}, workflow: {},
  };

  createRenderRoot() {
    return this;
  }

  async open() {
    this.#forget();
    await this.updateComplete;
    this.querySelector('dialog').showModal();
    this.querySelector('input[type=search]').focus();
    this.#search('');
  }

  #forget() {
    Object.assign(this, {hits: undefined, query: '', was: undefined, chosen: undefined, called: undefined, model: undefined, body: undefined, values: new Map(), name: '',
      connection: '', view: 'form', input: new Map(), answers: [], tested: undefined, trouble: undefined, busy: false, broken: new Set(), asking: false});
  }

  #search(query) {
    this.query = query;
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      const told = query.trim() === '' ? {hits: []} : await request('GET', '/api/v1/search?limit=20&q=' + encodeURIComponent(query.trim())).catch(() => null);
      if (query === this.query && told) {
        this.hits = told.hits;
      }
    }, PAUSE);
  }

  // Opens with a task of the definition; answers whether it is one that this dialog knows.
  async edit(name, task) {
    if (task instanceof Map && task.get('call') === 'http' && task.get('with') instanceof Map) {
      this.#forget();
      Object.assign(this, {name, was: task, called: task.get('with')});
      await this.#show();
      return true;
    }
    const called = task instanceof Map && task.get('call') === 'openapi' ? task.get('with') : undefined;
    const provider = /^gangway:(.+)$/.exec(called?.get('document')?.get('endpoint') ?? '')?.[1];
    const values = new Map(called?.get('parameters') instanceof Map ? called.get('parameters') : []);
    if (!provider || !called.get('operationId') || typeof called.get('parameters') === 'string') {
      return false;
    }
    this.#forget();
    await this.#choose({provider, operation: {id: called.get('operationId')}});
    if (!this.chosen) {
      return false;
    }
    Object.assign(this, {name, was: task, body: values.get('body'), connection: called.get('authentication')?.get('use') ?? this.connection});
    values.delete('body');
    this.values = values;
    await this.#show();
    return true;
  }

  async #show() {
    await this.updateComplete;
    this.querySelector('dialog').showModal();
    this.querySelector('#task-name').focus();
  }

  async #callAny() {
    Object.assign(this, {called: anyCall(), name: 'call', tested: undefined, trouble: undefined});
    await this.updateComplete;
    this.querySelector('#task-name').focus();
  }

  async #choose(hit) {
    const page = `/explorer/${hit.provider}/${encodeURIComponent(hit.operation.id)}`;
    const [model, reference] = await Promise.all([fetch(page + '/model'), fetch(page)]);
    if (model.redirected) {
      this.trouble = 'You are signed out. Sign in again in another tab, then go on here.';
      return;
    }
    if (!model.ok || !reference.ok) {
      this.trouble = 'The operation cannot be read.';
      return;
    }
    this.model = await model.json();
    this.reading = new DOMParser().parseFromString(await reference.text(), 'text/html').querySelector('.reading');
    this.reading?.querySelectorAll('[data-filter]').forEach(place => place.remove());
    const example = this.model.bodies[0]?.examples[0];
    this.body = example ? parse(example.json) : undefined;
    this.values = new Map();
    this.connection = this.model.connections.find(one => one.environment === 'sandbox')?.name ?? this.model.connections[0]?.name ?? '';
    this.name = hit.operation.id.replace(/[^\w-]+/g, '-').replace(/^(?![A-Za-z_])/, '_');
    this.tested = this.trouble = undefined;
    this.chosen = hit;
    await this.updateComplete;
    this.querySelector('.reference')?.replaceChildren(...(this.reading ? [this.reading] : []));
    this.querySelector('#task-name').focus();
  }

  // The task as a value: {call: …, with: …}. What the dialog does not show stays as it was.
  #task() {
    if (this.called) {
      return new Map(this.was ?? []).set('call', 'http').set('with', this.called);
    }
    const parameters = new Map(this.values);
    if (this.body !== undefined) {
      parameters.set('body', this.body);
    }
    const called = new Map(this.was?.get('with') ?? []);
    called.set('document', new Map([['endpoint', `gangway:${this.chosen.provider}`]])).set('operationId', this.chosen.operation.id);
    if (this.connection) {
      called.set('authentication', new Map([['use', this.connection]]));
    }
    return new Map(this.was ?? []).set('call', 'openapi').set('with', called.set('parameters', parameters));
  }

  // A text that is no JSON (yet), by what it is called.
  #note(name, isBroken) {
    const next = new Set(this.broken);
    isBroken ? next.add(name) : next.delete(name);
    this.broken = next;
  }

  #isProductionWrite() {
    const name = this.called ? this.querySelector('gw-address')?.use : this.connection;
    const known = this.called ? this.querySelector('gw-address')?.connections : this.model.connections;
    const method = this.called ? this.called.get('method') ?? 'get' : this.model.method;
    return !READING.includes(method.toUpperCase()) && known?.find(one => one.name === name)?.environment === 'production';
  }

  // @param sure whether somebody said so
  async #test(sure) {
    this.tested = this.trouble = undefined;
    this.asking = false;
    if (this.answers !== undefined && !Array.isArray(this.answers)) {
      this.trouble = 'Answers for the test: must be a list, such as [{"status": 503}]. Nothing was sent.';
      return;
    }
    if (!this.answers?.length && !sure && this.#isProductionWrite()) {
      this.asking = true;
      return;
    }
    this.busy = true;
    try {
      const body = new Map([['task', new Map([[this.name, this.#task()]])], ['input', this.input ?? new Map()], ...(this.answers?.length ? [['answers', this.answers]] : [])]);
      this.tested = await request('POST', '/api/v1/workflow-tests', print(body, 0));
    } catch (problem) {
      this.trouble = problem.message;
    } finally {
      this.busy = false;
    }
  }

  #insert() {
    this.dispatchEvent(new CustomEvent('insert', {detail: {name: this.name, task: this.#task()}}));
    this.querySelector('dialog').close();
  }

  render() {
    return html`<dialog aria-labelledby="task-title"><div class="head"><h2 id="task-title">${this.was ? 'Edit' : 'Add'} HTTP task</h2>
      ${(this.chosen || this.called) && !this.was ? html`<button type="button" class="quiet" @click=${() => this.chosen = this.called = undefined}>Another operation</button>` : nothing}
      <button type="button" class="quiet" @click=${() => this.querySelector('dialog').close()}>Close</button></div>
      ${this.called ? this.#address() : this.chosen ? this.#operation() : this.#finding()}</dialog>`;
  }

  #finding() {
    const hits = this.hits ?? [];
    return html`<div class="field"><label for="task-search">Search for an operation</label>
      <input id="task-search" type="search" autocomplete="off" spellcheck="false" maxlength="200" .value=${this.query ?? ''} @input=${event => this.#search(event.target.value)} placeholder="name, path, field, error code"></div>
      <p role="status" class="note small">${this.query?.trim() && this.hits ? `${hits.length || 'No'} operation${hits.length === 1 ? '' : 's'} found` : 'Every provider that was imported is searched.'}</p>
      ${this.trouble ? html`<p class="wrong" role="alert">${this.trouble}</p>` : nothing}
      <ul class="operations hits">${hits.map(hit => html`<li><a href=${`/explorer/${hit.provider}/${hit.operation.id}`} @click=${event => { event.preventDefault(); this.#choose(hit); }}>
        <span class="verb" data-verb=${hit.operation.method}>${hit.operation.method}</span><span class="what"><b>${hit.operation.summary}</b> <code>${hit.operation.path}</code></span><span class="badge">${hit.provider}</span></a></li>`)}</ul>
      <p class="note small">What no provider describes: <button type="button" class="link" @click=${() => this.#callAny()}>call any URL</button>.</p>`;
  }

  #address() {
    return html`<section aria-label="Request">${this.#named()}
      <gw-address .called=${this.called} @broken=${event => this.#note(event.detail.part, event.detail.broken)} @edit=${event => this.called = event.detail.value}></gw-address>
      ${this.#trying(isWhole(this.called), 'a URL and a connection')}</section>`;
  }

  #named() {
    return html`<div class="field"><label for="task-name">Name of the task</label><input id="task-name" autocomplete="off" spellcheck="false" .value=${this.name} @input=${event => this.name = event.target.value}></div>`;
  }

  #operation() {
    return html`<div class="beside"><section aria-label="Reference"><h3>${this.model.summary}</h3><p class="address"><span class="verb" data-verb=${this.model.method}>${this.model.method}</span> <code>${this.model.path}</code></p>
        <div class="reference" tabindex="0" role="region" aria-label="What the operation takes and answers"></div></section>
      <section aria-label="Request">
        ${this.#named()}
        <div class="field"><label for="task-connection">Connection</label>${this.model.connections.length
          ? html`<select id="task-connection" @change=${event => this.connection = event.target.value}>${this.connection && !this.model.connections.some(one => one.name === this.connection)
            ? html`<option value=${this.connection} .selected=${true}>${this.connection} · not there</option>` : nothing}${this.model.connections.map(one => html`<option value=${one.name} .selected=${one.name === this.connection}>${one.name} · ${one.environment}</option>`)}</select>`
          : html`<p class="note small" id="task-connection">None leads to this provider yet. <a href="/connections/-/new?provider=${this.chosen.provider}">Make one</a>.</p>`}</div>
        ${this.#fields()}
        ${this.#trying(this.connection, 'a connection')}
      </section></div>`;
  }

  // The test of a request, and what came of it.
  #trying(whole, needed) {
    const named = /^[A-Za-z_][\w-]*$/.test(this.name) && whole;
    const ready = named && this.broken.size === 0;
    return html`<details><summary>Answers for the test</summary><gw-raw label="Answers for the test" rows="4" .value=${this.answers} @broken=${() => this.#note('answers', true)} @edit=${event => { this.answers = event.detail.value; this.#note('answers', false); }}></gw-raw>
          <p class="note small">In place of real ones, such as <code>[{"status": 503}, {"status": 200, "body": {}}]</code>: one after another, so that retries can be tried. Nothing is sent then.</p></details>
        <details><summary>Sample input for the test</summary><gw-raw label="Sample input" rows="4" .value=${this.input} @broken=${() => this.#note('input', true)} @edit=${event => { this.input = event.detail.value; this.#note('input', false); }}></gw-raw>
          ${this.workflow ? html`<gw-past .workflow=${this.workflow} @choose=${event => this.input = event.detail.value}></gw-past>` : nothing}</details>
        ${this.trouble ? html`<p class="wrong" role="alert">${this.trouble}</p>` : nothing}
        <div class="row send"><button type="button" class="quiet" ?disabled=${!ready || this.busy} @click=${() => this.#test(false)}>Test request</button>
          <button type="button" ?disabled=${!ready} @click=${() => this.#insert()}>${this.was ? 'Change' : 'Insert'}</button>
          <span class="note small">${ready ? '' : named ? 'One of the texts is not JSON yet.' : `A name (letters, digits, hyphens) and ${needed} are needed.`}</span></div>
        ${this.asking ? html`<div class="notice failure" role="alert"><p><b>This writes to production.</b></p><p class="row"><button type="button" class="danger" @click=${() => this.#test(true)}>Send to production</button>
          <button type="button" class="quiet" @click=${() => this.asking = false}>Do not send</button></p></div>` : nothing}
        <div aria-live="polite" aria-busy=${this.busy ? 'true' : 'false'}>${this.busy ? html`<span class="skeleton"></span><span class="skeleton"></span>` : this.#levels()}</div>`;
  }

  #fields() {
    const parameter = one => {
      const name = one.rows[0].name;
      const edit = event => {
        const next = new Map(this.values);
        event.detail.value === undefined || event.detail.value === '' ? next.delete(name) : next.set(name, event.detail.value);
        this.values = next;
      };
      return html`<gw-form class="parameter" .rows=${one.rows} .whole=${name} .value=${this.values.get(name)} @edit=${edit}></gw-form>`;
    };
    const media = this.model.bodies[0];
    const edit = event => {
      this.body = event.detail.value;
      this.#note('body', false);
    };
    return html`${this.model.parameters.filter(one => one.place !== 'cookie' && (one.rows[0].required || one.place !== 'header')).map(parameter)}
      ${media ? html`<div class="row tabs" role="group" aria-label="Fill in as"><button type="button" class="link" aria-pressed=${this.view === 'form'} @click=${() => { this.view = 'form'; this.#note('body', false); }}>Form</button>
        <button type="button" class="link" aria-pressed=${this.view === 'raw'} @click=${() => this.view = 'raw'}>Raw JSON</button></div>
        <p class="note small">Any value may be an expression, such as <code>\${ .customer.name }</code>; in place of a number, a list or an object, write it as raw JSON.</p>
        <div class="filling">${this.view === 'form' ? html`<gw-form .rows=${media.rows} .value=${this.body} label="Request body" @edit=${edit}></gw-form>`
          : html`<gw-raw .value=${this.body} label="Request body as JSON" rows="14" @broken=${() => this.#note('body', true)} @edit=${edit}></gw-raw>`}</div>` : nothing}`;
  }

  #levels() {
    if (!this.tested) {
      return nothing;
    }
    const {output, error, stages, steps} = this.tested;
    const shown = (title, text) => html`<pre tabindex="0" role="region" aria-label=${title}><code>${text}</code></pre>`;
    const json = (title, value) => shown(title, JSON.stringify(value, null, 2));
    return html`<p><span class="badge ${error ? 'bad' : 'good'}">${error ? error.title ?? 'failed' : 'completed'}</span> ${error?.detail ?? ''}</p>
      <details class="level" open><summary>Result</summary>${json('Result', error ?? output)}</details>
      <details class="level"><summary>Stage by stage</summary>${stages.map(one => html`<h3><code>${one.path}</code> ${STAGES[one.stage]}</h3>${json(`${one.path} ${one.stage}`, one.value)}`)}</details>
      ${steps.map((step, index) => html`<details class="level"><summary>Request and response${steps.length > 1 ? ` ${index + 1}` : ''}</summary>
        <h3>What the expressions came to</h3>${json('What the expressions came to', step.arguments)}
        ${step.exchange ? html`<h3>Request, as it went out</h3>${shown('Request, as it went out', step.exchange.request)}<h3>Response, as it came back</h3>${shown('Response, as it came back', step.exchange.response)}`
          : html`<h3>What was answered</h3>${json('What was answered', step.done ?? step.failed)}`}</details>`)}`;
  }
}

customElements.define('gw-task', HttpTask);
