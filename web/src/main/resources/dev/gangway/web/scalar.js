// Controls for one plain value. Each shows `value` and calls `set` with the next one; undefined means absent.

import {html, nothing} from 'lit';
import {Numeral, parse, print} from './json.js';

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ABSENT = 'absent';

// common: {id, describedBy, wrong}
export function scalar(row, value, set, common) {
  if (row.values?.length && row.type !== 'boolean') {
    return choice(row.values, row, value, set, common);
  }
  switch (row.type) {
    case 'boolean': return choice(['true', 'false'], row, value, set, common);
    case 'integer': case 'number': return number(value, set, common);
    case 'null': return html`<code id=${common.id}>null</code>`;
    default: return text(row, value, set, common);
  }
}

// Absent, one of the values, or null: three states where there are two values.
function choice(values, row, value, set, common) {
  const now = value === undefined ? ABSENT : print(value, 0);
  const all = [...values];
  if (row.nullable && !all.includes('null')) {
    all.push('null');
  }
  if (now !== ABSENT && !all.includes(now)) {
    all.unshift(now);
  }
  const pick = event => set(event.target.value === ABSENT ? undefined : parse(event.target.value));
  return html`<select id=${common.id} aria-describedby=${common.describedBy} aria-invalid=${common.wrong} @change=${pick}>
    <option value=${ABSENT} ?selected=${now === ABSENT} .selected=${now === ABSENT}>not set</option>
    ${all.map(one => html`<option value=${one} .selected=${one === now}>${one.startsWith('"') ? JSON.parse(one) : one}</option>`)}
  </select>`;
}

function number(value, set, common) {
  const type = event => {
    const typed = event.target.value.trim();
    set(typed === '' ? undefined : NUMBER.test(typed) ? new Numeral(typed) : typed);
  };
  const shown = value instanceof Numeral ? value.text : value ?? '';
  return html`<input id=${common.id} inputmode="decimal" autocomplete="off" aria-describedby=${common.describedBy} aria-invalid=${common.wrong} .value=${shown} @input=${type}>`;
}

function text(row, value, set, common) {
  if (value === null) {
    return html`<input id=${common.id} value="null" disabled>`;
  }
  const shown = value ?? '';
  const type = event => set(event.target.value === '' && row.required ? undefined : event.target.value);
  if (/[\r\n]/.test(shown)) {
    return html`<textarea id=${common.id} rows="4" aria-describedby=${common.describedBy} aria-invalid=${common.wrong} .value=${shown} @input=${type}></textarea>`;
  }
  const isDay = row.format === 'date' && (shown === '' || DAY.test(shown));
  const hint = row.example && row.type === 'string' ? row.example.replace(/^"|"$/g, '').slice(0, 60) : nothing;
  return html`<input id=${common.id} type=${isDay ? 'date' : 'text'} autocomplete="off" spellcheck="false" placeholder=${hint}
    aria-describedby=${common.describedBy} aria-invalid=${common.wrong} .value=${shown} @input=${type}>`;
}
