// What could stand at a place of a definition: suggest(text, offset, ask) answers {from, names, more}, where what is
// written from `from` to the place is to become one of the names, with `more` behind it; or null. Names that the server
// knows come from ask(kind, provider): "connections", "providers", "operations", "workflows".

const TASK = ['call', 'set', 'do', 'for', 'fork', 'switch', 'try', 'wait', 'listen', 'emit', 'raise', 'run', 'with', 'catch', 'if', 'while', 'input', 'output', 'export', 'timeout', 'then', 'metadata'];
const KEYS = {
  '': ['document', 'input', 'use', 'do', 'output', 'timeout'],
  document: ['dsl', 'namespace', 'name', 'version', 'title', 'summary', 'metadata'],
  metadata: ['pages', 'onFailure'],
  pages: ['items', 'next', 'into', 'most'],
  with: ['method', 'endpoint', 'headers', 'query', 'body', 'document', 'operationId', 'parameters', 'authentication', 'output', 'type', 'status', 'data', 'source'],
  endpoint: ['uri', 'authentication'],
  authentication: ['use'],
  catch: ['errors', 'as', 'when', 'exceptWhen', 'retry', 'do'],
  errors: ['with'],
  retry: ['delay', 'backoff', 'limit', 'jitter', 'when', 'exceptWhen'],
  limit: ['attempt', 'duration'],
  attempt: ['count'],
  backoff: ['constant', 'linear', 'exponential'],
  jitter: ['from', 'to'],
  for: ['each', 'in', 'at'],
  fork: ['branches', 'compete'],
  listen: ['to', 'read'],
  to: ['one', 'any', 'all'],
  one: ['with', 'correlate'],
  emit: ['event'],
  event: ['with'],
  raise: ['error'],
  error: ['type', 'status', 'title', 'detail'],
  run: ['workflow'],
  workflow: ['namespace', 'name', 'version', 'input'],
  timeout: ['after'],
  input: ['from', 'schema'],
  output: ['as'],
  export: ['as'],
  wait: ['days', 'hours', 'minutes', 'seconds', 'milliseconds'],
};
const VALUES = {
  call: ['openapi', 'http'],
  method: ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'],
  compete: ['true', 'false'],
  read: ['data', 'envelope'],
};

export async function suggest(text, offset, ask) {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const found = variable(text, before) ?? await value(text, offset, before, ask) ?? key(text, offset, before);
  if (!found) {
    return null;
  }
  const names = [...new Set(found.names)].filter(name => name.startsWith(found.part) && name !== found.part);
  return names.length > 0 ? {from: offset - found.part.length, names, more: found.more ?? '', part: found.part} : null;
}

function variable(text, before) {
  const open = before.lastIndexOf('${');
  const part = /\$[A-Za-z_]*$/.exec(before)?.[0];
  if (open < 0 || part === undefined || before.indexOf('}', open) >= 0 || before.length - part.length === open) {
    return open >= 0 && before.indexOf('}', open) < 0 ? {part: '', names: []} : null;
  }
  const own = [...text.matchAll(/\b(?:each|at|as):\s*([A-Za-z_]\w*)/g)].map(found => '$' + found[1]);
  return {part, names: ['$context', '$input', '$workflow', '$task', '$output', '$page', '$count', ...own]};
}

async function value(text, offset, before, ask) {
  const found = /(?:^|[{,\s])([A-Za-z]+):\s+['"]?([^\s,{}[\]'"]*)$/.exec(before);
  if (!found) {
    return null;
  }
  const [, name, part] = found;
  switch (name) {
    case 'use':
      return {part, names: await ask('connections')};
    case 'endpoint':
      return {part, names: (await ask('providers')).map(one => 'gangway:' + one)};
    case 'operationId': {
      const provider = [...text.slice(0, offset).matchAll(/gangway:([\w-]+)/g)].at(-1)?.[1];
      return {part, names: provider ? await ask('operations', provider) : []};
    }
    case 'name':
      return parentOf(text, offset, before) === 'workflow' ? {part, names: await ask('workflows')} : {part, names: []};
    case 'then':
      return {part, names: [...tasks(text), 'continue', 'exit', 'end']};
    default:
      return {part, names: VALUES[name] ?? []};
  }
}

function key(text, offset, before) {
  const found = /^\s*(?:- )?([A-Za-z]*)$|[{,]\s*([A-Za-z]*)$/.exec(before);
  if (!found) {
    return null;
  }
  const parent = parentOf(text, offset, before);
  const names = parent === null ? [] : KEYS[parent] ?? (tasks(text).includes(parent) ? TASK : []);
  return {part: found[1] ?? found[2], names, more: ': '};
}

// The key that what stands at the place belongs to: of the bracket around it, else of a line further out; '' at the top.
function parentOf(text, offset, before) {
  let depth = 0;
  for (let at = before.length - 1; at >= 0; at--) {
    if ('}]'.includes(before[at])) {
      depth++;
    } else if ('{['.includes(before[at]) && depth-- === 0) {
      return /([\w-]+):\s*$/.exec(before.slice(0, at))?.[1] ?? null;
    }
  }
  const indent = /^\s*/.exec(before)[0].length;
  if (indent === 0) {
    return /^\s*-/.test(before) ? null : '';
  }
  const above = text.slice(0, offset - before.length).split('\n').reverse();
  for (const line of above) {
    const written = /^(\s*(?:- )?)([\w-]+):/.exec(line);
    if (written && written[1].replace('-', ' ').length < indent + (/^\s*- /.test(before) ? 2 : 0)) {
      return written[2];
    }
  }
  return '';
}

function tasks(text) {
  return [...text.matchAll(/-\s+\{?\s*([A-Za-z_][\w-]*):/g)].map(found => found[1]);
}
