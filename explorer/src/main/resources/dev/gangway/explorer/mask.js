// Takes secrets out of an answer: values whose field the document calls secret, and of what it does not describe those
// whose name sounds like one. null, true and false stay: they give nothing away.

import {Numeral} from './json.js';

export const MASK = '•••';

export class Secrets {
  #hidden;
  #shown;
  #known;
  #doubtful;

  // {hidden: paths, shown: paths, doubtful: a regular expression}; [] is any element of a list, {key} any member of a map
  constructor({hidden, shown, doubtful}) {
    this.#hidden = new Set(hidden);
    this.#shown = new Set(shown);
    this.#known = new Set([...hidden, ...shown].flatMap(prefixes));
    this.#doubtful = new RegExp(doubtful, 'i');
  }

  isDoubtful(name) {
    return this.#doubtful.test(name);
  }

  // A copy without secrets, and how many there were.
  masked(value) {
    const counted = {count: 0};
    return {value: this.#copy(value, [''], false, counted), count: counted.count};
  }

  #copy(value, paths, hidden, counted) {
    if (value instanceof Map) {
      return new Map([...value].map(([name, one]) => {
        const below = this.#below(paths, name);
        return [name, this.#copy(one, below, hidden || this.#hides(below, name), counted)];
      }));
    }
    if (Array.isArray(value)) {
      const below = paths.map(path => `${path}[]`).filter(path => this.#known.has(path));
      return value.map(one => this.#copy(one, below, hidden || this.#hides(below), counted));
    }
    if (hidden && (typeof value === 'string' || value instanceof Numeral)) {
      counted.count++;
      return MASK;
    }
    return value;
  }

  #below(paths, name) {
    return paths.flatMap(path => [name, '{key}'].map(step => path ? `${path}.${step}` : step)).filter(path => this.#known.has(path));
  }

  #hides(paths, name) {
    return paths.some(path => this.#hidden.has(path))
      || name !== undefined && this.isDoubtful(name) && !paths.some(path => this.#shown.has(path));
  }
}

// a.b[].c: a, a.b, a.b[], a.b[].c
function prefixes(path) {
  return [...path.matchAll(/[.[]|$/g)].map(step => path.slice(0, step.index)).filter(Boolean);
}
