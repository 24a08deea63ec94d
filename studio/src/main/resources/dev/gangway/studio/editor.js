// The editor: line numbers, a check while one types, saving, files, and the dialog that writes HTTP tasks.

import {prepare, request} from './send.js';
import {parse, print} from './json.js';
import {withOther, withTask, withTaskAfter} from './yaml.js';
import {complete} from './complete.js';
import './task.js';

const PAUSE = 250; // milliseconds without a keystroke before the text is checked

const area = document.querySelector('[data-text]');
const gutter = document.querySelector('[data-gutter]');
const list = document.querySelector('[data-flaws]');
const picture = document.querySelector('[data-diagram]');
const said = document.querySelector('[data-said]');
const dialog = document.querySelector('gw-task');
let asked = 0;
let saved = area.value; // what is kept as it is
let edited = null; // {text, place}: the task that the dialog changes
let timer;

for (const button of document.querySelectorAll('[data-add], [data-edit], [data-save]')) {
  button.disabled = false;
}
area.addEventListener('input', changed);
area.addEventListener('scroll', () => gutter.scrollTop = area.scrollTop);
area.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key === 's') {
    event.preventDefault();
    save();
  } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
    const before = area.value.slice(0, area.selectionStart);
    const indent = /^\s*/.exec(before.slice(before.lastIndexOf('\n') + 1))[0];
    event.preventDefault();
    insert('\n' + indent);
  }
});
document.querySelector('[data-save]').addEventListener('click', save);
document.querySelector('[data-add]').addEventListener('click', () => {
  edited = null;
  dialog.open();
});
document.querySelector('[data-edit]').addEventListener('click', edit);
document.querySelector('[data-import]').addEventListener('change', async event => {
  if (event.target.files[0]) {
    replace(await event.target.files[0].text());
    event.target.value = ''; // so that the same file can be taken again
  }
});
window.addEventListener('beforeunload', event => {
  if (area.value !== saved) {
    event.preventDefault();
  }
});
dialog.addEventListener('insert', async event => {
  if (edited) {
    replace(withOther(edited.text, edited.place, event.detail.name, event.detail.task));
    go(lineOf(edited.text, edited.place.from) + 1, edited.place.column + 1);
    said.textContent = `Changed ${event.detail.name}.`;
    return;
  }
  const place = await placeAtCursor();
  const made = (place && withTaskAfter(area.value, place, event.detail.name, event.detail.task)) ?? withTask(area.value, event.detail.name, event.detail.task, lineOf(area.value, area.selectionStart));
  if (made) {
    replace(made.text);
    go(made.line + 1, 1);
    said.textContent = `Inserted ${event.detail.name}.`;
  } else {
    said.textContent = 'The list of tasks under "do" must be in block style for that.';
  }
});
complete(area, document.querySelector('[data-suggested]'), changed);
numbers([]);
check();

function replace(text) {
  area.focus();
  area.select();
  insert(text);
}

// As if it were typed, so that it can be undone.
function insert(text) {
  if (!document.execCommand('insertText', false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    changed();
  }
}

function changed() {
  said.textContent = '';
  numbers([]);
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
}

async function check() {
  const mine = ++asked;
  try {
    const told = await request('POST', '/api/v1/workflow-checks', print(new Map([['definition', area.value]]), 0));
    if (mine === asked) {
      show(told.flaws);
    }
  } catch (problem) {
    list.replaceChildren(paragraph('wrong', problem.message));
  }
}

function show(flaws) {
  area.setAttribute('aria-invalid', String(flaws.length > 0));
  numbers(flaws.map(flaw => flaw.line));
  if (flaws.length === 0) {
    list.replaceChildren(paragraph('good', 'Nothing is wrong with it.'));
    draw();
    return;
  }
  const all = document.createElement('ol');
  all.className = 'plain';
  for (const flaw of flaws) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link';
    button.textContent = `Line ${flaw.line}`;
    button.addEventListener('click', () => go(flaw.line, flaw.column));
    const item = document.createElement('li');
    item.append(button, ' ', flaw.message);
    all.append(item);
  }
  list.replaceChildren(all);
}

// While the text is flawed, the picture of the last good one stays.
async function draw() {
  const mine = asked;
  const body = print(new Map([['definition', area.value]]), 0);
  const answer = await fetch('/workflows/-/diagram', {method: 'POST', headers: {'Content-Type': 'application/json'}, body}).catch(() => null);
  const html = answer?.ok ? await answer.text() : '';
  if (mine === asked && html !== '') {
    picture.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  }
}

function numbers(wrong) {
  const count = area.value.split('\n').length;
  const marked = new Set(wrong);
  gutter.replaceChildren(...Array.from({length: count}, (_, index) => {
    const line = document.createElement('span');
    line.textContent = `${index + 1}\n`;
    line.className = marked.has(index + 1) ? 'flaw' : '';
    return line;
  }));
  gutter.scrollTop = area.scrollTop;
}

// Opens the dialog with the task that the cursor is in.
async function edit() {
  const text = area.value;
  const found = await taskAtCursor();
  if (!found || !await dialog.edit(found.get('name'), found.get('task'))) {
    said.textContent = found ? 'The task at the cursor calls no operation that is known here.' : 'Put the cursor into an HTTP task first.';
    return;
  }
  edited = {text, place: placeOf(found)};
}

// The innermost task that the cursor is in, as the server finds it; null for none.
async function taskAtCursor() {
  const body = print(new Map([['definition', area.value], ['line', lineOf(area.value, area.selectionStart) + 1]]), 0);
  const answer = await fetch('/workflows/-/task', {method: 'POST', headers: {'Content-Type': 'application/json'}, body}).catch(() => null);
  return answer?.ok && !answer.redirected ? parse(await answer.text()) : null;
}

async function placeAtCursor() {
  const found = await taskAtCursor();
  return found && placeOf(found);
}

function placeOf(found) {
  const number = name => Number(found.get(name).text);
  return {from: number('from'), to: number('to'), column: number('column'), flow: found.get('flow')};
}

function lineOf(text, offset) {
  return text.slice(0, offset).split('\n').length - 1;
}

function go(line, column) {
  const offset = area.value.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1;
  area.focus();
  area.setSelectionRange(offset, offset);
  area.scrollTop = Math.max(0, (line - 6) * parseFloat(getComputedStyle(area).lineHeight));
}

async function save() {
  said.textContent = 'Saving …';
  try {
    const text = area.value;
    const kept = await request('POST', '/api/v1/workflows', print(new Map([['definition', text]]), 0));
    saved = text;
    const path = `/workflows/${encodeURIComponent(kept.name)}`;
    history.replaceState(null, '', path);
    document.querySelector('h1').textContent = dialog.workflow = kept.name;
    await renew(path);
    said.textContent = `Saved as version ${kept.version.slice(0, 8)}.`;
  } catch (problem) {
    said.textContent = `Not saved. ${problem.message.split('\n')[0]}`;
    check();
  }
}

// What the page says of the workflow beside its text: its versions, how to export and to remove it.
async function renew(path) {
  const answer = await fetch(path).catch(() => null);
  if (answer?.ok && !answer.redirected) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.querySelectorAll('[data-part]').forEach(part => part.replaceChildren(...page.querySelector(`[data-part="${part.dataset.part}"]`).childNodes));
    prepare(document);
  }
}

function paragraph(style, text) {
  const made = document.createElement('p');
  made.className = style;
  made.textContent = text;
  return made;
}
