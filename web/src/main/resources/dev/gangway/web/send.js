// Forms that speak to the admin API: <form method="post" data-send="PUT /api/v1/connections/{name}">.
// {name} is a control of the form and stays out of the body. Controls: data-key="k" makes a member of an object,
// data-list a list, data-json takes JSON as text, data-document a file to import. Afterwards data-then leads on
// ({id} is a member of the answer); with data-only-new nothing that is there already is changed. data-shows opens a dialog with the answer, and "sent" is fired. A problem is shown
// at the field that it names. A button with data-opens opens a dialog, with its data-fills in the control "path".

import {parse, print} from './json.js';

const QUOTED = 3; // bytes that base64 makes four letters of

document.addEventListener('submit', event => {
  if (event.target.matches('form[data-send]')) {
    event.preventDefault();
    send(event.target);
  }
});
prepare(document);
document.querySelectorAll('[data-when]').forEach(control => control.addEventListener('input', () => document.getElementById(control.dataset.when).checked = true));
document.querySelectorAll('[data-origin]').forEach(place => place.prepend(location.origin));
document.addEventListener('click', event => {
  const button = event.target.closest('[data-opens], [data-closes], [data-copies]');
  if (button?.dataset.opens) {
    const dialog = document.getElementById(button.dataset.opens);
    dialog.querySelectorAll('[name=path]').forEach(control => control.value = button.dataset.fills ?? control.value);
    dialog.showModal();
  } else if (button?.dataset.copies) {
    copy(button);
  } else if (button) {
    button.closest('dialog').close();
  }
});

// Scripts are here: what needs them works.
export function prepare(root) {
  root.querySelectorAll('form[data-send] button:disabled').forEach(button => button.disabled = false);
}

// Calls the admin API as the person who is signed in. Throws an Error with what the problem says.
export async function request(method, path, body, more = {}) {
  const headers = {'Gangway-Csrf': '1', ...more, ...(body === undefined ? {} : {'Content-Type': 'application/json'})};
  const answer = await fetch(path, {method, headers, body}).catch(() => null);
  if (!answer) {
    throw new Error('The server cannot be reached.');
  }
  if (answer.status === 401) {
    throw new Error('You are signed out. Sign in again in another tab, then go on here.');
  }
  const told = (await answer.text()) || '{}';
  if (!answer.ok) {
    throw new Error(JSON.parse(told).detail ?? `The server answered ${answer.status}.`);
  }
  return JSON.parse(told);
}

async function send(form) {
  if (form.dataset.busy) {
    return;
  }
  form.dataset.busy = 'true';
  const [method, template] = form.dataset.send.split(' ');
  const buttons = [...form.querySelectorAll('button')].filter(button => !button.disabled);
  forget(form);
  buttons.forEach(button => button.disabled = true);
  try {
    const path = template.replace(/\{(\w+)}/g, (_, name) => encodeURIComponent(form.elements[name].value.trim()));
    const inPath = [...template.matchAll(/\{(\w+)}/g)].map(found => found[1]);
    const body = method === 'DELETE' ? undefined : print(await gathered(form, inPath), 0);
    done(form, await request(method, path, body, form.dataset.onlyNew === undefined ? {} : {'If-None-Match': '*'}));
  } catch (problem) {
    complain(form, problem);
  } finally {
    delete form.dataset.busy;
    buttons.forEach(button => button.disabled = false);
  }
}

async function gathered(form, inPath) {
  const body = new Map();
  for (const control of form.elements) {
    if (control.dataset.document !== undefined && control.files.length > 0) {
      await addDocument(body, control.files[0]);
    } else if (control.name && !inPath.includes(control.name)) {
      add(body, control);
    }
  }
  return body;
}

function add(body, control) {
  const {name, type, dataset} = control;
  const text = type === 'password' ? control.value : control.value.trim();
  if (dataset.when && !document.getElementById(dataset.when).checked) {
    return;
  }
  if (type === 'checkbox' && dataset.list === undefined) {
    body.set(name, control.checked);
  } else if (text === '' || ['checkbox', 'radio'].includes(type) && !control.checked) {
    return;
  } else if (dataset.list !== undefined) {
    body.set(name, [...(body.get(name) ?? []), ...text.split(/[\s,]+/)]);
  } else if (dataset.key !== undefined) {
    body.set(name, new Map(body.get(name) ?? []).set(dataset.key, type === 'number' ? Number(text) : text));
  } else if (dataset.json !== undefined) {
    body.set(name, json(name, text));
  } else {
    body.set(name, type === 'datetime-local' ? new Date(text).toISOString() : text);
  }
}

function json(name, text) {
  try {
    return parse(text);
  } catch (error) {
    throw new Error(`${name}: ${error.message}`);
  }
}

// Packed, for documents are large; one that is packed already stays so.
async function addDocument(body, file) {
  const packed = file.name.endsWith('.gz') ? file : new Response(file.stream().pipeThrough(new CompressionStream('gzip')));
  const bytes = new Uint8Array(await packed.arrayBuffer());
  const piece = 8192 * QUOTED;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + piece)));
  }
  body.set('compressed', text);
  body.set('source', file.name);
}

function done(form, answer) {
  form.dispatchEvent(new CustomEvent('sent', {detail: answer}));
  if (form.dataset.shows) {
    const dialog = document.getElementById(form.dataset.shows);
    dialog.querySelectorAll('[data-answer]').forEach(place => place.textContent = answer[place.dataset.answer]);
    dialog.addEventListener('close', () => location.reload(), {once: true});
    dialog.showModal();
  } else if (form.dataset.then) {
    location.assign(form.dataset.then.replace(/\{(\w+)}/g, (_, name) => encodeURIComponent(answer[name])));
  }
}

function forget(form) {
  form.querySelector('[data-trouble]').textContent = '';
  form.querySelectorAll('[data-wrong]').forEach(message => message.remove());
  form.querySelectorAll('[aria-invalid]').forEach(control => control.removeAttribute('aria-invalid'));
}

// "credentials.secret: must …" belongs to that control; what belongs to none stands above the button.
function complain(form, problem) {
  const [, name, key] = /^([a-z_]+)(?:\.([^:\s]+))?(?:: | is | must )/.exec(problem.message) ?? [];
  const control = [...form.elements].find(one => one.name === name && one.type !== 'hidden' && (key === undefined || one.dataset.key === key));
  if (!control) {
    form.querySelector('[data-trouble]').textContent = problem.message;
    return;
  }
  const message = document.createElement('p');
  message.className = 'wrong';
  message.dataset.wrong = '';
  message.setAttribute('role', 'alert');
  message.textContent = problem.message;
  control.setAttribute('aria-invalid', 'true');
  (control.closest('.field, fieldset') ?? control.parentElement).append(message);
  control.focus();
}

async function copy(button) {
  const place = button.closest('dialog').querySelector(`[data-answer="${button.dataset.copies}"]`);
  await navigator.clipboard.writeText(place.textContent);
  button.textContent = 'Copied';
}
