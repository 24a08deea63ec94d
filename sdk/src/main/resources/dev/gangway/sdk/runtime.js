const USUAL_URL = 'http://localhost:8700';
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);
const NOTHING_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);
const LONGEST_WAIT = 60_000; // milliseconds that a Retry-After may ask for

/** What went wrong: an answer that is no success, or none at all (`status` 0). */
class GangwayError extends Error {
  constructor(message, { status = 0, requestId, type, code, problem, headers, cause } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'GangwayError';
    this.status = status;
    this.request_id = requestId;
    this.type = type;
    this.code = code;
    this.problem = problem;
    this.headers = headers;
  }
}

class Exact {
  constructor(text) {
    if (!/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)) {
      throw new TypeError(`exact: not a number in JSON: ${text}`);
    }
    this.text = text;
  }
}

/** A number that is sent as it is written here, though a double could not hold it. */
const exact = (text) => new Exact(text);

/** JSON in which `exact(…)` and bigint keep their digits. */
function json(value) {
  const mark = crypto.randomUUID(); // not to be guessed, so no text can pass for a number
  const numbers = [];
  const text = JSON.stringify(value, (_, member) => {
    if (typeof member === 'bigint' || member instanceof Exact) {
      numbers.push(member instanceof Exact ? member.text : String(member));
      return `${mark}${numbers.length - 1}`;
    }
    return member;
  });
  return numbers.length === 0 ? text : text.replace(new RegExp(`"${mark}(\\d+)"`, 'g'), (_, index) => numbers[index]);
}

const encode = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function word(value) {
  if (value instanceof Exact) return value.text;
  return value !== null && typeof value === 'object' ? json(value) : String(value);
}

const isPlain = (value) => value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Exact);

function listed(value, between, pairs, write) {
  if (Array.isArray(value)) return value.map((item) => write(word(item))).join(between);
  if (isPlain(value)) {
    return Object.entries(value)
      .map(([name, member]) => write(name) + (pairs ? '=' : ',') + write(word(member)))
      .join(between);
  }
  return write(word(value));
}

function inPath({ wire, style, explode }, value) {
  if (style === 'label') return '.' + listed(value, explode ? '.' : ',', explode, encode);
  if (style === 'matrix') {
    if (explode && Array.isArray(value)) return value.map((item) => `;${encode(wire)}=${encode(word(item))}`).join('');
    if (explode && isPlain(value)) return ';' + listed(value, ';', true, encode);
    return `;${encode(wire)}=${listed(value, ',', false, encode)}`;
  }
  return listed(value, ',', explode, encode);
}

function deep(name, members) {
  return Object.entries(members).flatMap(([member, value]) => {
    const inner = `${name}%5B${encode(member)}%5D`;
    if (Array.isArray(value)) return value.map((item) => `${inner}=${encode(word(item))}`);
    return isPlain(value) ? deep(inner, value) : [`${inner}=${encode(word(value))}`];
  });
}

function inQuery({ wire, style, explode }, value) {
  const name = encode(wire);
  if (style === 'json') return [`${name}=${encode(json(value))}`];
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    if (explode) return value.map((item) => `${name}=${encode(word(item))}`);
    const between = { spaceDelimited: '%20', pipeDelimited: '%7C' }[style] ?? ',';
    return [`${name}=${listed(value, between, false, encode)}`];
  }
  if (isPlain(value)) {
    if (style === 'deepObject') return deep(name, value);
    if (explode) return Object.entries(value).map(([member, inner]) => `${encode(member)}=${encode(word(inner))}`);
  }
  return [`${name}=${listed(value, ',', false, encode)}`];
}

const inHeader = ({ style, explode }, value) =>
  (style === 'json' ? json(value) : listed(value, ',', explode, String)).replace(/[\0-\x1f\x7f]+/g, ' ');

function fields(name, value, add) {
  if (Array.isArray(value)) {
    value.forEach((item, index) => fields(isPlain(item) ? `${name}[${index}]` : name, item, add));
  } else if (isPlain(value)) {
    Object.entries(value).forEach(([member, inner]) => fields(name === '' ? member : `${name}[${member}]`, inner, add));
  } else if (value !== undefined) {
    add(name, word(value));
  }
}

function form(body) {
  const pairs = new URLSearchParams();
  fields('', body, (name, value) => pairs.append(name, value));
  return pairs;
}

function multipart(body) {
  const parts = new FormData();
  for (const [name, member] of Object.entries(body)) {
    for (const part of Array.isArray(member) ? member : [member]) {
      if (part instanceof Blob) parts.append(name, part);
      else if (part instanceof Uint8Array) parts.append(name, new Blob([part]), name);
      else if (part !== undefined) parts.append(name, word(part));
    }
  }
  return parts;
}

const WRITERS = { json, form, multipart, bytes: (body) => body, text: String };

const environment = (name) => globalThis.process?.env?.[name] || undefined;

/** Milliseconds that a Retry-After header asks for; undefined when there is none to be heeded. */
function retryAfter(headers) {
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

const backoff = (attempt) => 500 * 2 ** attempt * (0.5 + Math.random() / 2);

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const done = () => {
      signal?.removeEventListener('abort', stop);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

async function content(response, answer) {
  const type = response.headers.get('content-type') ?? '';
  if (/\bjson\b/i.test(type)) {
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  }
  if (response.ok && answer === 'bytes') return new Uint8Array(await response.arrayBuffer());
  const text = await response.text();
  return text === '' ? undefined : text;
}

async function failure(response) {
  let problem;
  try {
    problem = await content(response);
  } catch {
    problem = undefined; // the status says enough
  }
  const body = isPlain(problem) ? problem : {};
  const said = body.error_message ?? body.detail ?? body.title ?? body.message ?? body.error?.message;
  return new GangwayError(`${response.status} ${said ?? response.statusText}`.trim(), {
    status: response.status,
    requestId: body.request_id ?? response.headers.get('x-request-id') ?? undefined,
    type: body.error_type ?? body.type ?? body.error?.type,
    code: body.error_code ?? body.code ?? body.error?.code,
    problem,
    headers: response.headers,
  });
}

/** Sends operations through the gateway. Holds no credentials of the provider. */
class Client {
  #options;

  constructor(options = {}) {
    this.#options = options;
  }

  /** The same client with other options. */
  with(options) {
    return new this.constructor({ ...this.#options, ...options });
  }

  async request(operation, args) {
    const given = [...args];
    const parameters = operation.parameters.length > 0 ? (given.shift() ?? {}) : {};
    const body = operation.body === undefined ? undefined : given.shift();
    const more = given.shift();
    const options = { ...this.#options, ...more, headers: { ...this.#options.headers, ...more?.headers } };
    const { url, init } = prepare(operation, parameters, body, options);
    const safe = IDEMPOTENT.has(operation.method) || init.headers.has('idempotency-key');
    const most = options.maxRetries ?? 2;
    for (let attempt = 0; ; attempt += 1) {
      const last = attempt >= most;
      const deadline = AbortSignal.timeout(options.timeout ?? 60_000);
      const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
      let response;
      try {
        response = await (options.fetch ?? fetch)(url, { ...init, signal });
        if (response.ok) return await content(response, operation.answer);
      } catch (cause) {
        if (options.signal?.aborted) throw options.signal.reason;
        const nothingSent = NOTHING_SENT.has(cause?.cause?.code);
        if (!last && !deadline.aborted && (nothingSent || (safe && response === undefined))) {
          await pause(backoff(attempt), options.signal);
          continue;
        }
        const code = deadline.aborted ? 'TIMEOUT' : 'CONNECTION_FAILED';
        throw new GangwayError(`${operation.method} ${operation.path}: ${cause?.cause?.message ?? cause?.message}`, { code, cause });
      }
      const { status, headers } = response;
      const asked = retryAfter(headers);
      const refused = (status === 429 || status === 503) && asked !== undefined; // nothing was done: any method may try again
      const retry = refused ? asked <= LONGEST_WAIT : safe && [429, 502, 503, 504].includes(status) && asked === undefined;
      if (last || !retry) throw await failure(response);
      await response.body?.cancel();
      await pause(asked ?? backoff(attempt), options.signal);
    }
  }
}

function prepare(operation, parameters, body, options) {
  const connection = options.connection ?? environment('GANGWAY_CONNECTION');
  const token = options.token ?? environment('GANGWAY_TOKEN');
  if (!connection) throw new GangwayError('Say which connection to use: set GANGWAY_CONNECTION, or give { connection }.');
  if (!token) throw new GangwayError('An access token is needed: set GANGWAY_TOKEN, or give { token }.');
  const given = Object.entries(options.headers ?? {}).filter(([, value]) => value !== undefined);
  const headers = new Headers(given);
  headers.set('authorization', `Bearer ${token}`);
  let path = operation.path;
  const query = [];
  const cookies = [];
  for (const parameter of operation.parameters) {
    const value = parameters[parameter.name];
    if (value === undefined || value === null) {
      if (parameter.place === 'path') throw new TypeError(`${operation.path}: ${parameter.name} is missing`);
    } else if (parameter.place === 'path') path = path.replace(`{${parameter.wire}}`, () => inPath(parameter, value));
    else if (parameter.place === 'query') query.push(...inQuery(parameter, value));
    else cookies.push(`${parameter.wire}=${inHeader(parameter, value)}`);
  }
  if (operation.idempotencyKey && !headers.has(operation.idempotencyKey)) {
    headers.set(operation.idempotencyKey, crypto.randomUUID());
  }
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
  const init = { method: operation.method, headers, redirect: 'manual' };
  if (body !== undefined) {
    init.body = WRITERS[operation.body](body);
    if (operation.body !== 'multipart') headers.set('content-type', operation.type);
  }
  const base = (options.url ?? environment('GANGWAY_URL') ?? USUAL_URL).replace(/\/+$/, '');
  const asked = query.length > 0 ? `?${query.join('&')}` : '';
  return { url: `${base}/gateway/${encode(connection)}${path}${asked}`, init };
}

/** Gives a class one method for each operation, under its name and the same in lower case. */
function define(type, operations) {
  for (const [name, operation] of Object.entries(operations)) {
    const method = function (...args) {
      return this.request(operation, args);
    };
    for (const spelling of [name, name.toLowerCase()]) {
      if (!(spelling in type.prototype) && (spelling === name || !(spelling in operations))) {
        Object.defineProperty(type.prototype, spelling, { value: method, writable: true, configurable: true });
      }
    }
  }
}
