// JSON that loses nothing: numbers keep the text that they were written with, objects keep the order of their members
// whatever these are called. An object is a Map, a list an array, a number a Numeral.

export class Numeral {
  constructor(text) {
    this.text = text;
  }
}

export class JsonError extends Error {
  // offset: where in the text, in UTF-16 units
  constructor(message, offset) {
    super(message);
    this.offset = offset;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const BLANK = /[ \t\n\r]*/y;
const WORDS = {true: true, false: false, null: null};
const DEEPEST = 500;

// Behind the quote that ends the string which begins at `from`; strings may be millions of characters long.
function endOfString(text, from) {
  let end = from + 1;
  for (;;) {
    const quote = text.indexOf('"', end);
    if (quote < 0) {
      return text.length;
    }
    let escapes = quote;
    while (text[escapes - 1] === '\\' && escapes - 1 > from) {
      escapes--;
    }
    if ((quote - escapes) % 2 === 0) {
      return quote + 1;
    }
    end = quote + 1;
  }
}

export function parse(text) {
  let at = 0;
  const skip = () => {
    BLANK.lastIndex = at;
    BLANK.test(text);
    at = BLANK.lastIndex;
  };
  const fail = what => {
    throw new JsonError(what, at);
  };
  const match = pattern => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const string = () => {
    const literal = text[at] === '"' ? text.slice(at, endOfString(text, at)) : '';
    try {
      const value = JSON.parse(literal);
      at += literal.length;
      return value;
    } catch {
      return fail('a text in double quotes is expected');
    }
  };
  const value = depth => {
    if (depth > DEEPEST) {
      fail('this is nested too deeply');
    }
    skip();
    switch (text[at]) {
      case '{': return object(depth);
      case '[': return array(depth);
      case '"': return string();
    }
    const number = match(NUMBER);
    if (number !== undefined) {
      return new Numeral(number);
    }
    for (const [word, meaning] of Object.entries(WORDS)) {
      if (text.startsWith(word, at)) {
        at += word.length;
        return meaning;
      }
    }
    return fail(at >= text.length ? 'a value is missing here' : 'a value is expected');
  };
  const list = (end, item) => {
    at++;
    skip();
    if (text[at] === end) {
      at++;
      return;
    }
    for (;;) {
      item();
      skip();
      if (text[at] === end) {
        at++;
        return;
      }
      if (text[at] !== ',') {
        fail(`"," or "${end}" is expected`);
      }
      at++;
    }
  };
  const array = depth => {
    const items = [];
    list(']', () => items.push(value(depth + 1)));
    return items;
  };
  const object = depth => {
    const members = new Map();
    list('}', () => {
      skip();
      const begun = at;
      const name = string();
      if (members.has(name)) {
        at = begun;
        fail(`"${name}" is here twice`);
      }
      skip();
      if (text[at] !== ':') {
        fail('":" is expected');
      }
      at++;
      members.set(name, value(depth + 1));
    });
    return members;
  };
  const whole = value(0);
  skip();
  if (at < text.length) {
    fail('nothing more is expected');
  }
  return whole;
}

// indent: spaces for each level; 0 for one line
export function print(value, indent = 2, level = 0) {
  const outer = indent ? '\n' + ' '.repeat(indent * level) : '';
  const inner = indent ? outer + ' '.repeat(indent) : '';
  const all = (open, items, close) => items.length ? open + inner + items.join(',' + inner) + outer + close : open + close;
  if (value instanceof Numeral) {
    return value.text;
  } else if (value instanceof Map) {
    const colon = indent ? ': ' : ':';
    return all('{', [...value].map(([name, one]) => JSON.stringify(name) + colon + print(one, indent, level + 1)), '}');
  } else if (Array.isArray(value)) {
    return all('[', value.map(one => print(one, indent, level + 1)), ']');
  }
  return JSON.stringify(value);
}

export function kind(value) {
  return value === undefined ? 'absent'
    : value === null ? 'null'
    : value instanceof Map ? 'object'
    : value instanceof Numeral ? 'number'
    : Array.isArray(value) ? 'array'
    : typeof value;
}
