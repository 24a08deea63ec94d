// A field above a list or table that hides what does not have the words typed. Links to a hidden row still work: the
// row that the address names is shown.

for (const place of document.querySelectorAll('[data-filter]')) {
  const what = place.dataset.filter;
  const sections = [...place.parentElement.querySelectorAll('[data-filtered]')];
  const rows = sections.flatMap(section => [...section.querySelectorAll('[data-row]')]);
  if (rows.length < 8) {
    continue;
  }
  const input = Object.assign(document.createElement('input'), {
    type: 'search', placeholder: `Filter ${rows.length} ${what}`, autocomplete: 'off', spellcheck: false,
  });
  input.setAttribute('aria-label', `Filter ${what}`);
  const count = document.createElement('p');
  count.className = 'note small';
  count.setAttribute('role', 'status');
  place.classList.add('filter');
  place.append(input, count);
  const texts = new Map(rows.map(row => [row, row.textContent.toLowerCase()]));

  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    for (const row of rows) {
      const fits = words.every(word => texts.get(row).includes(word));
      row.hidden = !fits;
      left += fits ? 1 : 0;
    }
    for (const section of sections) {
      section.hidden = words.length > 0 && !section.querySelector('[data-row]:not([hidden])');
      const reply = section.closest('details.reply');
      if (reply && words.length > 0 && !section.hidden) {
        reply.open = true;
      }
    }
    count.textContent = words.length === 0 ? '' : `${left} of ${rows.length} ${what}`;
  });
}

function reveal() {
  const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (row) {
    row.hidden = false;
    row.closest('section')?.removeAttribute('hidden');
    for (let around = row.closest('details'); around; around = around.parentElement.closest('details')) {
      around.open = true;
    }
    row.scrollIntoView({block: 'center'});
  }
}

addEventListener('hashchange', reveal);
if (location.hash) {
  reveal();
}
