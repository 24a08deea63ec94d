// Completes what is being written: a list of suggestions at the cursor, which opens while one types and with Ctrl+Space.
// Down and Up choose, Enter or Tab takes, Escape closes. Enter stays Enter until something was chosen.

import {request} from './send.js';
import {suggest} from './suggest.js';

const MOST = 12; // suggestions that are shown
const PAGES = 5; // of a provider's operations, 200 each
const NAMES = {connections: one => one.name, providers: one => one.name, workflows: one => one.name, operations: one => one.id};
const EVERY = 30_000; // milliseconds until the server is asked again

export function complete(area, status, changed) {
  const list = document.createElement('ul');
  Object.assign(list, {id: 'suggestions', className: 'suggestions', hidden: true});
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Suggestions');
  area.parentElement.append(list);
  area.setAttribute('aria-autocomplete', 'list');
  area.setAttribute('aria-controls', 'suggestions');

  let found = null;
  let chosen = -1;
  let asked = 0;

  async function look(wanted) {
    const mine = ++asked;
    const at = area.selectionStart;
    const next = at === area.selectionEnd ? await suggest(area.value, at, ask) : null;
    if (mine === asked) {
      show(next && (wanted || next.part !== '' || next.more === '') ? next : null, wanted ? 0 : -1);
    }
  }

  function show(next, first) {
    found = next;
    list.hidden = !found;
    choose(found ? first : -1);
    if (!found) {
      status.textContent = '';
      return;
    }
    list.replaceChildren(...found.names.slice(0, MOST).map((name, index) => {
      const option = document.createElement('li');
      Object.assign(option, {id: `suggestion-${index}`, textContent: name});
      option.setAttribute('role', 'option');
      option.addEventListener('mousedown', event => {
        event.preventDefault();
        take(index);
      });
      return option;
    }));
    place();
    choose(first);
    status.textContent = `${found.names.length} suggestion${found.names.length === 1 ? '' : 's'}. Down arrow chooses.`;
  }

  function choose(index) {
    chosen = index;
    [...list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
    list.children[index]?.scrollIntoView({block: 'nearest'});
    index < 0 ? area.removeAttribute('aria-activedescendant') : area.setAttribute('aria-activedescendant', `suggestion-${index}`);
  }

  // The text does not wrap and its letters are of one width, so the place of the cursor can be told.
  function place() {
    const style = getComputedStyle(area);
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = style.font;
    const before = area.value.slice(0, found.from).split('\n');
    const left = area.offsetLeft + parseFloat(style.paddingLeft) + before.at(-1).length * pen.measureText('0').width - area.scrollLeft;
    const top = area.offsetTop + parseFloat(style.paddingTop) + before.length * parseFloat(style.lineHeight) - area.scrollTop;
    const room = area.offsetTop + area.clientHeight;
    list.style.left = `${Math.max(0, Math.min(left, area.offsetLeft + area.clientWidth - list.offsetWidth))}px`;
    list.style.top = `${top + list.offsetHeight > room ? top - parseFloat(style.lineHeight) - list.offsetHeight : top}px`;
  }

  function take(index) {
    const {from, names, more} = found;
    const behind = area.value.slice(area.selectionEnd);
    area.setRangeText(names[index] + (behind.startsWith(':') ? '' : more), from, area.selectionEnd, 'end');
    show(null, -1);
    changed();
  }

  area.addEventListener('input', event => event.isTrusted && event.inputType !== undefined && look(false));
  area.addEventListener('blur', () => show(null, -1));
  area.addEventListener('scroll', () => found && show(null, -1));
  area.addEventListener('click', () => found && show(null, -1));
  area.addEventListener('keydown', event => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      look(true);
    } else if (found) {
      press(event);
    }
  }, {capture: true});

  function press(event) {
    const count = list.children.length;
    const act = {
      ArrowDown: () => choose((chosen + 1) % count),
      ArrowUp: () => choose((chosen + count - 1) % count),
      Escape: () => show(null, -1),
      Tab: () => take(Math.max(chosen, 0)),
      Enter: chosen < 0 ? undefined : () => take(chosen),
    }[event.key];
    if (act) {
      event.preventDefault();
      event.stopImmediatePropagation();
      act();
    } else if (['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter'].includes(event.key)) {
      show(null, -1);
    }
  }
}

const known = new Map();

// What the server knows, asked for when it is needed and then kept for a while.
function ask(kind, provider) {
  const path = kind === 'operations' ? `/api/v1/providers/${encodeURIComponent(provider)}/operations` : `/api/v1/${kind}`;
  const before = known.get(path);
  if (!before || before.until < Date.now()) {
    known.set(path, {until: Date.now() + EVERY, names: all(path).then(items => items.map(NAMES[kind]), () => [])});
  }
  return known.get(path).names;
}

async function all(path) {
  const items = [];
  let next = '';
  for (let page = 0; page < PAGES && next !== null; page++) {
    const told = await request('GET', `${path}?limit=200${next ? '&after=' + encodeURIComponent(next) : ''}`);
    items.push(...told.items);
    next = told.next ?? null;
  }
  return items;
}
