// Writes values as YAML, and tasks into a definition's text, leaving the rest of the text as it is.

import {Numeral, kind, print} from './json.js';

const PLAIN = /^[A-Za-z_][A-Za-z0-9_ .\/-]*$/;
const WORDS = /^(true|false|null|yes|no|on|off|y|n)$/i;

// A value as lines, without indentation. Texts are quoted as JSON wherever they could be read as something else.
function lines(value) {
  switch (kind(value)) {
    case 'object':
      return value.size === 0 ? ['{}'] : [...value].flatMap(([name, one]) => under(`${text(name)}:`, one));
    case 'array':
      return value.length === 0 ? ['[]'] : value.flatMap(one => {
        const [first, ...rest] = lines(one);
        return [`- ${first}`, ...rest.map(line => '  ' + line)];
      });
    case 'string':
      return [text(value)];
    default:
      return [value instanceof Numeral ? value.text : print(value, 0)];
  }
}

function under(name, value) {
  const nested = (value instanceof Map && value.size > 0) || (Array.isArray(value) && value.length > 0);
  return nested ? [name, ...lines(value).map(line => '  ' + line)] : [`${name} ${lines(value)[0]}`];
}

function text(value) {
  return PLAIN.test(value) && !value.endsWith(' ') && !WORDS.test(value) ? value : value.includes("'") || /[^\x20-\x7e]/.test(value) ? JSON.stringify(value) : `'${value}'`;
}

// The top-level tasks of a definition in block style: {indent, items: [{name, from, to}]} by line, or null when its
// `do` is written otherwise.
export function tasksOf(definition) {
  const all = definition.split('\n');
  const start = all.findIndex(line => /^do:\s*(#.*)?$/.test(line));
  if (start < 0) {
    return null;
  }
  let end = all.findIndex((line, at) => at > start && /^[^\s#-]/.test(line));
  end = end < 0 ? all.length : end;
  const first = all.slice(start + 1, end).find(line => /^\s*- /.test(line));
  const indent = first === undefined ? '  ' : /^\s*/.exec(first)[0];
  const items = [];
  for (let at = start + 1; at < end; at++) {
    const found = all[at].startsWith(indent + '- ') ? /^\s*-\s+(?:\{\s*)?["']?([^"':{]+)["']?\s*:/.exec(all[at]) : null;
    if (found) {
      items.push({name: found[1].trim(), from: at, to: at});
    } else if (items.length > 0 && all[at].trim() !== '' && !/^\s*#/.test(all[at])) {
      items.at(-1).to = at;
    }
  }
  return {start, indent, items};
}

// The text with a task more: after the task that `line` (from 0) is in, or as the last one. Answers {text, line}, or
// null when it has no place for one.
export function withTask(definition, name, task, line) {
  if (definition.trimStart().startsWith('{')) {
    return null; // JSON
  }
  const found = tasksOf(definition) ?? (/^do:/m.test(definition) ? null : tasksOf(definition = definition.trimEnd() + '\ndo:\n'));
  if (!found) {
    return null;
  }
  const all = definition.split('\n');
  const around = found.items.find(item => line >= item.from && line <= item.to) ?? found.items.at(-1);
  const at = (around?.to ?? found.start) + 1;
  const made = lines([new Map([[name, task]])]).map(one => found.indent + one);
  all.splice(at, 0, ...made);
  return {text: all.join('\n'), line: at};
}

// The text with a task more right behind the one at a place, in the same list. Answers as withTask; null where that list
// is not in block style.
export function withTaskAfter(definition, place, name, task) {
  const all = definition.split('\n');
  const lineOf = offset => definition.slice(0, offset).split('\n').length - 1;
  const indent = /^(\s*)- /.exec(all[lineOf(place.from)])?.[1];
  if (place.flow || indent === undefined) {
    return null;
  }
  const at = lineOf(Math.max(place.from, place.to - 1)) + 1;
  all.splice(at, 0, ...lines([new Map([[name, task]])]).map(one => indent + one));
  return {text: all.join('\n'), line: at};
}

// The text with another task at a place: {from, to, column, flow}, which is what the list it stands in is like.
export function withOther(definition, place, name, task) {
  const item = new Map([[name, task]]);
  const made = place.flow ? print(item, 0) : lines([item]).map(line => line.slice(2)).join('\n' + ' '.repeat(place.column));
  return definition.slice(0, place.from) + made + definition.slice(place.to);
}
