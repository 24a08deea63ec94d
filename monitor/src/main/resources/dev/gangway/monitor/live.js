// Keeps the page of a run up to date while somebody looks at it: what is open stays open, the focus stays where it is.

const LOOK_EVERY = 1000; // milliseconds

const place = document.querySelector('[data-live]');
let shown = '';

if (place) {
  options(place);
  setTimeout(look, LOOK_EVERY);
}

async function look() {
  if (!document.hidden) {
    const answer = await fetch(place.dataset.live).catch(() => null);
    if (answer?.redirected) { // signed out meanwhile
      location.reload();
      return;
    }
    const html = answer?.ok ? await answer.text() : shown;
    if (html !== shown) {
      shown = html;
      show(html);
    }
  }
  if (place.querySelector('[data-over="true"]') === null) {
    setTimeout(look, LOOK_EVERY);
  }
}

// What may be chosen in the dialogs, which stand outside of what is replaced; not while one is open.
function options(from) {
  for (const given of from.querySelectorAll('template[data-options]')) {
    const control = document.getElementById(given.dataset.options);
    if (!control.closest('dialog').open) {
      control.replaceChildren(given.content.cloneNode(true));
    }
  }
}

function show(html) {
  const next = new DOMParser().parseFromString(html, 'text/html').body;
  const open = new Map([...place.querySelectorAll('details')].map(one => [one.id, one.open]));
  next.querySelectorAll('details').forEach(one => one.open = open.get(one.id) ?? one.open);
  const focused = place.contains(document.activeElement) ? document.activeElement.id || document.activeElement.closest('details')?.id : '';
  options(next);
  place.replaceChildren(...next.childNodes);
  if (focused) {
    const again = document.getElementById(focused);
    (again?.querySelector('summary') ?? again)?.focus();
  }
}
