// Search as one types: "/" focuses the field; results come as a piece of HTML, into the page's own list where it has
// one, else below the field. Without this script the field is a plain form.

const field = document.querySelector('.find input');
const form = field.form;
const list = document.querySelector('[data-results]');
const status = document.createElement('p');
status.className = 'unseen';
status.setAttribute('role', 'status');
form.append(status);

let below = null;
let latest = 0;

document.addEventListener('keydown', event => {
  if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});

field.addEventListener('input', () => search(field.value.trim()));

form.addEventListener('keydown', event => {
  const links = [...(below ?? list ?? form).querySelectorAll('a')];
  if (event.key === 'Escape') {
    close();
    field.focus();
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && links.length > 0) {
    const at = links.indexOf(document.activeElement);
    const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
    event.preventDefault();
    (links[next] ?? field).focus();
  }
});

form.addEventListener('focusout', event => {
  if (!form.contains(event.relatedTarget)) {
    close();
  }
});

function isTyping(element) {
  return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
}

async function search(query) {
  const mine = ++latest;
  if (query === '' && !list) {
    close();
    return;
  }
  const answer = await fetch('/explorer/-/results?q=' + encodeURIComponent(query)).catch(() => null);
  if (answer?.redirected) { // signed out meanwhile
    location.assign(form.action);
    return;
  }
  if (mine !== latest || !answer?.ok) {
    return; // somebody typed on, or the plain form has to do
  }
  const found = new DOMParser().parseFromString(await answer.text(), 'text/html').body;
  status.textContent = found.querySelector('[data-status]')?.textContent ?? '';
  if (list) {
    list.replaceChildren(...found.childNodes);
    history.replaceState(null, '', query === '' ? '/explorer' : '/explorer?q=' + encodeURIComponent(query));
  } else {
    below ??= form.appendChild(Object.assign(document.createElement('div'), {className: 'found'}));
    below.replaceChildren(...found.childNodes);
  }
}

function close() {
  latest++; // what is still on its way comes too late
  below?.remove();
  below = null;
}
