// Rows of a body or a parameter, with a way down. They come as a flat list, each with the index of its parent.

import {Numeral, kind} from './json.js';

export class Rows {
  constructor(list) {
    this.list = list;
    this.parts = list.map(() => []);
    list.forEach((row, index) => row.parent >= 0 && this.parts[row.parent].push(index));
  }

  row(index) {
    return this.list[index];
  }

  // Indices of what a row consists of; a row that repeats another has that one's parts.
  of(index, role) {
    const repeats = this.list[index].repeats ?? -1;
    return this.parts[repeats < 0 ? index : repeats].filter(part => this.list[part].role === role);
  }

  // The alternative that a value looks most like.
  alternative(index, value) {
    const parts = this.of(index, 'alternative');
    const score = part => {
      if (!fits(this.list[part], value)) {
        return -1;
      }
      if (!(value instanceof Map)) {
        return 1;
      }
      const members = this.of(part, 'member').map(member => this.list[member]);
      const known = members.filter(row => value.has(row.name)).length;
      const lacking = members.filter(row => row.required && !value.has(row.name)).length;
      const wrong = members.filter(row => value.has(row.name) && row.values && !row.values.includes(JSON.stringify(value.get(row.name)))).length;
      return 1 + known - 2 * lacking - 3 * wrong;
    };
    return parts.reduce((best, part) => score(part) > score(best) ? part : best, parts[0]);
  }

  // What a field begins with when somebody adds it.
  blank(index, depth = 0) {
    const row = this.list[index];
    if (row.values?.length) {
      return row.type === 'string' ? JSON.parse(row.values[0]) : undefined;
    }
    switch (row.type) {
      case 'object': case 'map': return new Map();
      case 'array': return [];
      case 'boolean': return false;
      case 'integer': case 'number': return new Numeral('0');
      case 'one_of': case 'any_of': return depth < 5 && this.of(index, 'alternative').length ? this.blank(this.of(index, 'alternative')[0], depth + 1) : null;
      case 'null': case 'any': return null;
      default: return '';
    }
  }
}

// Whether a form has a control of the row's own for this value; else it is shown as JSON.
export function fits(row, value) {
  const is = kind(value);
  if (is === 'absent' || (is === 'null' && row.nullable)) {
    return true;
  }
  switch (row.type) {
    case 'object': case 'map': return is === 'object' && !row.cut;
    case 'array': return is === 'array' && !row.cut;
    case 'string': case 'file': return is === 'string';
    case 'integer': case 'number': return is === 'number' || is === 'string';
    case 'boolean': return is === 'boolean';
    case 'null': return is === 'null';
    case 'one_of': case 'any_of': return true;
    default: return false;
  }
}
