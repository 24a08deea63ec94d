// <gw-try>: fill in a request, see it as a program with each keystroke, and send it through a gateway.

import {LitElement, html, nothing} from 'lit';
import {parse, print} from './json.js';
import './form.js';
import './raw.js';
import './response.js';
import {discreet, forget, fromLink, history, linkTo, remember} from './memory.js';
import {requestOf, withFileNames} from './request.js';

const GATEWAY = 'gangway.gateway';
const LANGUAGE = 'gangway.language';
const PAUSE = 60; // milliseconds without a keystroke before the server is asked
const GREETING_PAUSE = 400;
const READING = ['GET', 'HEAD', 'OPTIONS'];

// The gateway hands a redirect back under another name, or the browser would follow it.
const asSent = ([name, value]) => name === 'gangway-location' ? ['location', value] : [name, value];

class Try extends LitElement {
  static properties = {
    model: {state: true}, values: {state: true}, body: {state: true}, type: {state: true}, findings: {state: true},
    snippet: {state: true}, language: {state: true}, view: {state: true}, connection: {state: true},
    gateway: {state: true}, reached: {state: true}, answer: {state: true}, busy: {state: true}, tried: {state: true},
    broken: {state: true}, trouble: {state: true}, copied: {state: true}, past: {state: true}, shared: {state: true},
  };

  constructor() {
    super();
    this.values = new Map();
    this.findings = [];
    this.view = 'form';
    this.gateway = localStorage.getItem(GATEWAY) ?? location.origin;
    this.language = localStorage.getItem(LANGUAGE) ?? 'typescript';
    this.asked = 0;
  }

  createRenderRoot() {
    return this;
  }

  async connectedCallback() {
    const plain = [...this.childNodes];
    this.base = `/explorer/${this.dataset.provider}/${encodeURIComponent(this.dataset.operation)}`;
    this.snippet = this.querySelector('code')?.textContent ?? '';
    addEventListener('keydown', this.#keys);
    const answer = await fetch(`${this.base}/model`).catch(() => null);
    if (!answer?.ok) {
      return; // what the server made stays
    }
    const model = await answer.json();
    plain.forEach(node => node.remove());
    super.connectedCallback();
    this.#open(model);
    this.#handshake();
  }

  disconnectedCallback() {
    removeEventListener('keydown', this.#keys);
    super.disconnectedCallback();
  }

  #open(model) {
    this.model = model;
    this.type = model.bodies[0]?.type ?? '';
    const first = model.bodies[0]?.examples[0];
    this.body = first ? parse(first.json) : undefined;
    this.connection = model.connections.find(one => one.environment === 'sandbox')?.name ?? model.connections[0]?.name ?? '';
    this.past = history(this.#operation);
    this.#take(fromLink(location.hash) ?? this.#draft);
  }

  get #operation() {
    return `${this.dataset.provider}/${this.dataset.operation}`;
  }

  get #draft() {
    return {values: this.values, body: this.body, type: this.type, connection: this.connection};
  }

  // Fills in what was sent before, or came with a link.
  #take({values, body, type, connection}) {
    Object.assign(this, {values, body, broken: false});
    this.type = this.model.bodies.some(media => media.type === type) ? type : this.type;
    this.connection = this.model.connections.some(one => one.name === connection) ? connection : this.connection;
    this.#ask();
  }

  #takeAgain({draft, again}) {
    this.#take(draft);
    if (again) {
      this.#send();
    }
  }

  get #media() {
    return this.model.bodies.find(media => media.type === this.type);
  }

  get #choice() {
    return this.model.connections.find(one => one.name === this.connection);
  }

  #keys = event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#send();
    }
  };

  // Checks and writes the draft on the server, so that its rules are the gateway's and its words the SDK's. What is
  // still on its way is about another draft by now.
  #ask() {
    this.asked++;
    this.checked = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#askNow(), PAUSE);
  }

  async #askNow() {
    clearTimeout(this.timer);
    const mine = ++this.asked;
    const draft = new Map([['parameters', this.values], ['type', this.type], ['language', this.language],
      ['gateway', this.#isUrl() ? this.gateway.trim().replace(/\/+$/, '') : ''], ['connection', this.connection]]);
    if (this.body !== undefined) {
      draft.set('body', withFileNames(this.model, {type: this.type, body: this.body}).body);
    }
    const told = await fetch(`${this.base}/draft`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: print(draft, 0)})
      .then(answer => answer.ok ? answer.json() : null).catch(() => null);
    if (mine !== this.asked) {
      return; // somebody typed on
    }
    this.checked = true;
    if (told) {
      this.findings = told.findings;
      this.snippet = told.snippet;
      this.trouble = undefined;
    } else {
      this.findings = []; // those of the draft before say nothing about this one
      this.trouble = 'The server did not check this; the snippet may be behind.';
    }
  }

  #isUrl() {
    return /^https?:\/\/[^/\s]+/.test(this.gateway.trim());
  }

  // Asks once nobody types on, for an address half typed names a host as well.
  #handshakeSoon() {
    this.reached = undefined;
    clearTimeout(this.greeting);
    this.greeting = setTimeout(() => this.#handshake(), GREETING_PAUSE);
  }

  async #handshake() {
    this.reached = undefined;
    if (!this.#isUrl() || this.model.connections.length === 0) {
      return; // nothing could be sent
    }
    const asked = this.gateway;
    const told = await fetch(asked.trim().replace(/\/+$/, '') + '/gateway').then(answer => answer.ok && answer.json()).catch(() => null);
    if (asked === this.gateway) {
      this.reached = told?.gateway === 'gangway';
    }
  }

  render() {
    if (!this.model) {
      return html`<span class="skeleton"></span><span class="skeleton"></span><span class="skeleton"></span>`;
    }
    return html`${this.#where()}
      <div class="row tabs" role="group" aria-label="Fill in as">
        <button type="button" class="link" aria-pressed=${this.view === 'form'} ?disabled=${this.broken} @click=${() => this.view = 'form'}>Form</button>
        ${this.model.bodies.length ? html`<button type="button" class="link" aria-pressed=${this.view === 'raw'} @click=${() => this.view = 'raw'}>Raw JSON</button>` : nothing}
        ${this.#examples()}
      </div>
      <div class="filling">${this.view === 'form' ? this.#forms() : this.#raw()}</div>
      ${this.#sending()}
      ${this.busy ? html`<div aria-busy="true"><span class="skeleton"></span><span class="skeleton"></span></div>` : html`<gw-response .secrets=${this.model.secrets} .answer=${this.answer} aria-live="polite" @reveal=${this.#reveal}></gw-response>`}
      ${this.#program()}`;
  }

  #where() {
    const choice = this.#choice;
    const typed = event => {
      this.gateway = event.target.value;
      localStorage.setItem(GATEWAY, this.gateway);
      this.#handshakeSoon();
      this.#ask();
    };
    return html`<div class="where">
      <div class="field"><label for="try-connection">Connection</label>
        ${this.model.connections.length ? html`<select id="try-connection" @change=${event => { this.connection = event.target.value; this.#ask(); }}>
          ${this.model.connections.map(one => html`<option value=${one.name} .selected=${one.name === this.connection}>${one.name} · ${one.environment}</option>`)}</select>
          <p class="note small"><span class="badge ${choice.environment}">${choice.environment}</span> <code>${choice.server}</code></p>`
        : html`<p class="note small" id="try-connection">No connection holds credentials for this provider yet.</p>`}</div>
      <div class="field"><label for="try-gateway">Gateway URL</label>
        <input id="try-gateway" type="url" spellcheck="false" autocomplete="off" .value=${this.gateway} @input=${typed} aria-describedby="try-reached">
        <p id="try-reached" class="small ${this.reached === false ? 'wrong' : 'note'}" role="status">${this.#reach()}</p></div>
    </div>`;
  }

  #reach() {
    return !this.#isUrl() ? 'Enter a gateway URL to enable sending.'
      : this.model.connections.length === 0 ? 'The gateway sends with a connection, which holds the credentials.'
      : this.reached === undefined ? 'Asking whether a gateway is there …'
      : this.reached ? 'A gateway answers there.' : 'No gateway answers there.';
  }

  #examples() {
    const examples = this.#media?.examples ?? [];
    return examples.length < 2 ? nothing : html`<label class="start"><span class="unseen">Start from the example</span>
      <select @change=${event => this.#fill(parse(examples[event.target.value].json))}>${examples.map((one, i) => html`<option value=${i}>Example: ${one.name}</option>`)}</select></label>`;
  }

  #fill(body) {
    this.body = body;
    this.broken = false;
    this.#ask();
  }

  #findingsAt(place) {
    return this.findings.filter(one => one.place === place && (this.tried || one.message !== 'is required'));
  }

  #forms() {
    const aside = parameter => ['header', 'cookie'].includes(parameter.place) && !parameter.rows[0].required;
    const optional = this.model.parameters.filter(aside);
    return html`${this.model.parameters.filter(parameter => !aside(parameter)).map(parameter => this.#parameter(parameter))}
      ${optional.length ? html`<details class="aside"><summary>Optional headers <span class="note">${optional.length}</span></summary>${optional.map(parameter => this.#parameter(parameter))}</details>` : nothing}
      ${this.model.bodies.length > 1 ? html`<div class="field"><label for="try-type">Media type</label>
        <select id="try-type" @change=${event => { this.type = event.target.value; this.#fill(this.#media.examples[0] ? parse(this.#media.examples[0].json) : undefined); }}>
        ${this.model.bodies.map(media => html`<option value=${media.type} .selected=${media.type === this.type}>${media.type}</option>`)}</select></div>` : nothing}
      ${this.#media ? html`<gw-form .rows=${this.#media.rows} .value=${this.body} .findings=${this.#findingsAt('body')} label="Request body"
        @edit=${event => this.#fill(event.detail.value)}></gw-form>` : nothing}`;
  }

  #parameter(parameter) {
    const name = parameter.rows[0].name;
    const change = event => {
      const named = new Map(this.values.get(parameter.place) ?? []);
      const next = event.detail.value === '' && !parameter.rows[0].required ? undefined : event.detail.value;
      next === undefined ? named.delete(name) : named.set(name, next);
      this.values = new Map(this.values).set(parameter.place, named);
      this.#ask();
    };
    return html`<gw-form class="parameter" .rows=${parameter.rows} .whole=${name} .value=${this.values.get(parameter.place)?.get(name)}
      .findings=${this.#findingsAt(parameter.place)} @edit=${change}></gw-form>`;
  }

  #raw() {
    return html`<gw-raw .value=${this.body} label="Request body as JSON" rows="16"
      @edit=${event => this.#fill(event.detail.value)} @broken=${() => this.broken = true}></gw-raw>
      ${this.#findingsAt('body').map(one => html`<p class="wrong">${one.field || 'The body'} ${one.message}</p>`)}`;
  }

  #sending() {
    const why = this.#whyNot();
    return html`<div class="row send"><button type="button" ?disabled=${Boolean(why) || this.busy} aria-describedby="try-why" @click=${() => this.#send()}>Send</button>
      <kbd aria-hidden="true">Ctrl Enter</kbd><span id="try-why" class="note small">${why ?? ''}</span>
      <button type="button" class="link" @click=${() => this.#share()}>Copy link</button><span role="status" class="note small">${this.shared ?? ''}</span></div>
      <gw-history .entries=${this.past} @take=${event => this.#takeAgain(event.detail)} @forget=${() => this.past = forget(this.#operation)}></gw-history>
      ${this.trouble ? html`<p class="wrong" role="alert">${this.trouble}</p>` : nothing}
      <dialog aria-labelledby="try-sure"><h3 id="try-sure">Send to production?</h3>
        <p>${this.model.method} ${this.model.path} may change real data with the connection <b>${this.connection}</b>.</p>
        <form method="dialog" class="row end"><button class="quiet" value="no">Cancel</button><button class="danger" value="yes">Send to production</button></form></dialog>`;
  }

  async #share() {
    await navigator.clipboard.writeText(linkTo(discreet(this.model, this.#draft)));
    this.shared = 'Copied, without secrets';
    setTimeout(() => this.shared = undefined, 2000);
  }

  #whyNot() {
    return !this.#isUrl() ? 'Enter a gateway URL to enable sending.'
      : this.reached === false ? 'No gateway answers at this URL.'
      : this.model.connections.length === 0 ? 'A connection is needed to send.'
      : this.broken ? 'The body is not JSON yet.' : undefined;
  }

  // One after the other: while a confirmation is asked for, nothing else is sent.
  async #send() {
    if (this.sending) {
      return;
    }
    this.sending = true;
    try {
      await this.#sendOnce();
    } finally {
      this.sending = false;
    }
  }

  async #sendOnce() {
    this.tried = true;
    this.busy = true;
    while (!this.checked) { // somebody was faster than the check of what they typed last
      await this.#askNow();
    }
    this.busy = false;
    const wrong = this.findings.filter(one => one.blocking);
    if (this.#whyNot()) {
      return;
    }
    if (wrong.length) {
      this.trouble = `${wrong.length === 1 ? 'One field needs' : wrong.length + ' fields need'} another look: ${wrong.slice(0, 3).map(one => one.field || one.place).join(', ')}`;
      return;
    }
    if (this.#choice.environment === 'production' && !READING.includes(this.model.method) && !await this.#isSure()) {
      return;
    }
    this.busy = true;
    this.trouble = undefined;
    const {path, headers, body} = requestOf(this.model, {values: this.values, body: this.body, type: this.type});
    const own = new URL(this.gateway.trim()).origin === location.origin; // another gateway asks for a token
    const begun = performance.now();
    try {
      const response = await fetch(`${this.gateway.trim().replace(/\/+$/, '')}/gateway/${encodeURIComponent(this.connection)}${path}`, {method: this.model.method, headers: own ? [...headers, ['Gangway-Csrf', '1']] : headers, body});
      const bytes = new Uint8Array(await response.arrayBuffer());
      this.answer = {status: response.status, statusText: response.statusText, headers: [...response.headers].map(asSent), bytes,
        milliseconds: performance.now() - begun, timing: timing(response.headers.get('Server-Timing')), failed: response.headers.has('Gangway-Error')};
      this.past = remember(this.#operation, {at: new Date().toISOString(), status: this.answer.status, milliseconds: this.answer.milliseconds, draft: discreet(this.model, this.#draft)});
    } catch {
      this.trouble = 'No answer came: the gateway cannot be reached from this browser.';
    } finally {
      this.busy = false;
    }
  }

  // On record first.
  async #reveal(event) {
    const viewer = event.target;
    const id = new Map(this.answer.headers).get('gangway-request-id') ?? '';
    const answer = await fetch(`${this.base}/reveals`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify({request_id: id})}).catch(() => null);
    if (answer?.ok) {
      viewer.reveal();
    } else {
      this.trouble = 'Nothing is shown: it could not be put on record.';
    }
  }

  #isSure() {
    const dialog = this.querySelector('dialog');
    dialog.returnValue = 'no';
    dialog.showModal();
    return new Promise(resolve => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), {once: true}));
  }

  #program() {
    const pick = event => {
      this.language = event.target.value;
      localStorage.setItem(LANGUAGE, this.language);
      this.#ask();
    };
    const copy = async () => {
      await navigator.clipboard.writeText(this.snippet);
      this.copied = true;
      setTimeout(() => this.copied = false, 2000);
    };
    return html`<section class="program" aria-labelledby="try-program"><div class="row"><h3 id="try-program">As a program</h3>
      <label class="unseen" for="try-language">Language</label>
      <select id="try-language" @change=${pick}>${this.model.languages.map(one => html`<option value=${one.name} .selected=${one.name === this.language}>${one.label}</option>`)}</select>
      <button type="button" class="link" @click=${copy}>Copy</button><span role="status" class="note small">${this.copied ? 'Copied' : ''}</span></div>
      <pre tabindex="0" role="region" aria-label="A program that sends this request"><code>${this.snippet}</code></pre></section>`;
  }
}

// "gateway;dur=3, upstream;dur=41" as "gateway 3 ms, upstream 41 ms"
function timing(header) {
  return header ? [...header.matchAll(/([\w-]+)[^,]*;dur=([\d.]+)/g)].map(found => `${found[1]} ${Math.round(found[2])} ms`).join(', ') : undefined;
}

customElements.define('gw-try', Try);
