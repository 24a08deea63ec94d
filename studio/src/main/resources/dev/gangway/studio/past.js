// <gw-past workflow="…">: takes a value out of a past run, as one task handed it to the next. Fires "choose" with detail
// {value}. What is secret in answers is masked in it, as in the run itself.

import {LitElement, html, nothing} from 'lit';
import {parse} from './json.js';

const MOST_RUNS = 20;
const MOST_TASKS = 200;

class PastData extends LitElement {
  static properties = {workflow: {}, runs: {state: true}, moments: {state: true}, trouble: {state: true}, busy: {state: true}};

  createRenderRoot() {
    return this;
  }

  async #read(path) {
    this.busy = true;
    this.trouble = undefined;
    try {
      const answer = await fetch(path, {headers: {'Gangway-Csrf': '1'}});
      const told = parse(await answer.text());
      if (answer.ok) {
        return told.get('items');
      }
      this.trouble = told.get('detail') ?? `The server answered ${answer.status}.`;
    } catch {
      this.trouble = 'The server cannot be reached.';
    } finally {
      this.busy = false;
    }
    return undefined;
  }

  async #open(event) {
    if (event.target.open) {
      this.runs = await this.#read(`/api/v1/runs?workflow=${encodeURIComponent(this.workflow)}&limit=${MOST_RUNS}`);
      this.moments = undefined;
    }
  }

  async #run(id) {
    this.moments = undefined;
    if (id === '') {
      return;
    }
    const tasks = await this.#read(`/api/v1/runs/${id}/tasks?limit=${MOST_TASKS}`);
    this.moments = tasks?.flatMap(task => [{name: `before ${task.get('path')}`, value: task.get('input')},
      ...(task.get('output') === null ? [] : [{name: `after ${task.get('path')}`, value: task.get('output')}])]);
  }

  #choose(index) {
    if (index !== '') {
      this.dispatchEvent(new CustomEvent('choose', {detail: {value: this.moments[Number(index)].value}}));
    }
  }

  render() {
    return html`<details @toggle=${event => this.#open(event)}><summary>Take it from a past run</summary><div aria-busy=${this.busy ? 'true' : 'false'}>
      ${this.trouble ? html`<p class="wrong" role="alert">${this.trouble}</p>` : nothing}
      ${this.runs?.length === 0 ? html`<p class="note small">There is no run of this workflow yet. Start one, and what passed between its tasks can be taken from it here.</p>` : nothing}
      ${this.runs?.length > 0 ? html`<div class="field"><label for="past-run">Run</label><select id="past-run" @change=${event => this.#run(event.target.value)}><option value="">Choose one</option>
        ${this.runs.map(run => html`<option value=${run.get('id')}>${run.get('started_at').slice(0, 19).replace('T', ' ')} · ${run.get('state')} · ${run.get('id').slice(0, 12)}…</option>`)}</select></div>` : nothing}
      ${this.moments ? html`<div class="field"><label for="past-moment">What was handed on</label><select id="past-moment" @change=${event => this.#choose(event.target.value)}><option value="">Choose a moment</option>
        ${this.moments.map((moment, index) => html`<option value=${String(index)}>${moment.name}</option>`)}</select></div>` : nothing}</div></details>`;
  }
}

customElements.define('gw-past', PastData);
