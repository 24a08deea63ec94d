// A draft as the request that goes to the gateway.

import {Numeral, kind, print} from './json.js';

const UNRESERVED = /[^A-Za-z0-9\-._~]/g;

const encode = text => encodeURIComponent(text).replace(UNRESERVED, one => one === '%' ? '%' : '%' + one.charCodeAt(0).toString(16).toUpperCase());

function plain(value) {
  return value instanceof Numeral ? value.text : typeof value === 'string' ? value : print(value, 0);
}

// draft: {values: Map place → Map name → value, body, type}
// Gives {path, headers, body}: the path with its query, below the connection.
export function requestOf(model, draft) {
  let path = model.path;
  const query = [];
  const headers = new Headers();
  for (const parameter of model.parameters) {
    const name = parameter.rows[0].name;
    const given = draft.values.get(parameter.place)?.get(name);
    if (given === undefined) {
      continue;
    }
    switch (parameter.place) {
      case 'path': path = path.replace(`{${name}}`, inPath(parameter, name, given)); break;
      case 'query': query.push(...pairs(parameter, name, given)); break;
      case 'header': headers.set(name, parameter.style === 'json' ? print(given, 0) : listed(given, ',', parameter.explode, one => one)); break;
      case 'cookie': break; // a browser does not let pages set it
    }
  }
  if (draft.body !== undefined && !draft.type.startsWith('multipart/')) { // the browser writes the boundary
    headers.set('Content-Type', draft.type);
  }
  return {
    path: path + (query.length ? '?' + query.join('&') : ''),
    headers,
    body: draft.body === undefined ? undefined : bodyOf(draft, rowsOf(model, draft)),
  };
}

// The draft as its program shows it: a file stands under a name, not with its content.
export function withFileNames(model, draft) {
  const files = filesOf(rowsOf(model, draft));
  if (!(draft.body instanceof Map) || files.size === 0) {
    return draft;
  }
  const named = ([name, value]) => [name, files.has(name) ? Array.isArray(value) ? value.map((_, index) => `${name}-${index + 1}`) : name : value];
  return {...draft, body: new Map([...draft.body].map(named))};
}

function rowsOf(model, draft) {
  return model.bodies.find(media => media.type === draft.type)?.rows ?? [];
}

// Names of the members that are files, or lists of files.
function filesOf(rows) {
  const parentIsList = row => rows[row.parent]?.type === 'array';
  return new Set(rows.filter(row => row.type === 'file' && row.parent >= 0).map(row => parentIsList(row) ? rows[row.parent].name : row.name));
}

// Parameters by style and explode: OpenAPI 3.1, section 4.8.12.2.
function inPath(parameter, name, given) {
  const {style, explode} = parameter;
  const isMap = kind(given) === 'object';
  switch (style) {
    case 'json': return encode(print(given, 0));
    case 'label': return '.' + listed(given, explode ? '.' : ',', explode, encode);
    case 'matrix': return explode && Array.isArray(given) ? given.map(one => `;${encode(name)}=${encode(plain(one))}`).join('')
      : `;${explode && isMap ? '' : encode(name) + '='}${listed(given, explode && isMap ? ';' : ',', explode, encode)}`;
    default: return listed(given, ',', explode, encode);
  }
}

function listed(given, between, pairs, encode) {
  if (Array.isArray(given)) {
    return given.map(one => encode(plain(one))).join(between);
  }
  return kind(given) === 'object' ? [...given].map(([key, one]) => encode(key) + (pairs ? '=' : ',') + encode(plain(one))).join(between) : encode(plain(given));
}

function pairs(parameter, name, given) {
  if (parameter.style === 'json') {
    return [`${encode(name)}=${encode(print(given, 0))}`];
  }
  const isMap = kind(given) === 'object';
  if (isMap && parameter.style === 'deepObject') {
    return deep(name, given);
  }
  if (parameter.explode && (isMap || Array.isArray(given))) {
    return isMap ? [...given].map(([key, one]) => `${encode(key)}=${encode(plain(one))}`) : given.map(one => `${encode(name)}=${encode(plain(one))}`);
  }
  if (Array.isArray(given) && given.length === 0) {
    return [];
  }
  const separator = {spaceDelimited: '%20', pipeDelimited: '%7C'}[parameter.style] ?? ',';
  return [`${encode(name)}=${listed(given, separator, false, encode)}`];
}

function deep(name, given) {
  if (Array.isArray(given)) {
    return given.map(one => `${encode(name)}=${encode(plain(one))}`);
  }
  return kind(given) === 'object' ? [...given].flatMap(([key, one]) => deep(`${name}[${key}]`, one)) : [`${encode(name)}=${encode(plain(given))}`];
}

function bodyOf(draft, rows) {
  const {type, body} = draft;
  if (type.startsWith('multipart/')) {
    return multipart(body, filesOf(rows));
  }
  if (type === 'application/x-www-form-urlencoded') {
    return fields('', body).map(([name, one]) => `${encode(name)}=${encode(one)}`).join('&');
  }
  if (rows[0]?.type === 'file') {
    return bytesOf(body);
  }
  return type.includes('json') || typeof body !== 'string' ? print(body, 0) : body;
}

// Members in brackets; elements of a list repeat the name, objects in one are numbered.
function fields(name, given) {
  if (Array.isArray(given)) {
    return given.flatMap((one, index) => fields(kind(one) === 'object' ? `${name}[${index}]` : name, one));
  }
  return kind(given) === 'object' ? [...given].flatMap(([key, one]) => fields(name === '' ? key : `${name}[${key}]`, one)) : [[name, plain(given)]];
}

function multipart(body, files) {
  const form = new FormData();
  for (const [name, member] of body) {
    for (const part of Array.isArray(member) ? member : [member]) {
      files.has(name) && typeof part === 'string' ? form.append(name, new Blob([bytesOf(part)]), name) : form.append(name, plain(part));
    }
  }
  return form;
}

// A file is base64 in the form; what is none is the content itself.
function bytesOf(text) {
  try {
    return Uint8Array.from(atob(text.trim()), one => one.charCodeAt(0));
  } catch {
    return new TextEncoder().encode(text);
  }
}
