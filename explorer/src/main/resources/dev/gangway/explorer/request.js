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
  const value = parameter => draft.values.get(parameter.place)?.get(parameter.rows[0].name);
  let path = model.path;
  const query = [];
  const headers = new Headers();
  for (const parameter of model.parameters) {
    const given = value(parameter);
    if (given === undefined) {
      continue;
    }
    const name = parameter.rows[0].name;
    switch (parameter.place) {
      case 'path': path = path.replace(`{${name}}`, encode(Array.isArray(given) ? given.map(plain).join(',') : plain(given))); break;
      case 'query': query.push(...pairs(parameter, name, given)); break;
      case 'header': headers.set(name, Array.isArray(given) ? given.map(plain).join(',') : plain(given)); break;
      case 'cookie': break; // a browser does not let pages set it
    }
  }
  if (draft.body !== undefined) {
    headers.set('Content-Type', draft.type);
  }
  return {
    path: path + (query.length ? '?' + query.join('&') : ''),
    headers,
    body: draft.body === undefined ? undefined : bodyOf(draft),
  };
}

function pairs(parameter, name, given) {
  if (parameter.style === 'json' || !['array', 'object'].includes(kind(given))) {
    return [`${encode(name)}=${encode(plain(given))}`];
  }
  if (Array.isArray(given)) {
    const separator = {spaceDelimited: '%20', pipeDelimited: '|'}[parameter.style] ?? ',';
    return parameter.explode ? given.map(one => `${encode(name)}=${encode(plain(one))}`) : [`${encode(name)}=${given.map(one => encode(plain(one))).join(separator)}`];
  }
  const members = [...given];
  if (parameter.style === 'deepObject') {
    return members.map(([key, one]) => `${encode(name)}[${encode(key)}]=${encode(plain(one))}`);
  }
  return parameter.explode ? members.map(([key, one]) => `${encode(key)}=${encode(plain(one))}`)
    : [`${encode(name)}=${members.flat().map(one => encode(plain(one))).join(',')}`];
}

function bodyOf(draft) {
  if (draft.type === 'application/x-www-form-urlencoded') {
    return new URLSearchParams([...draft.body].map(([name, one]) => [name, plain(one)])).toString();
  }
  return print(draft.body, 0);
}
