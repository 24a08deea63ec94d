// Follows an import: its progress while it runs, then the provider's page, or what was wrong with the document.

import {request} from './send.js';

const LOOK_EVERY = 300; // milliseconds
const WORDS = {waiting: 'Waiting for its turn', fetching: 'Fetching the document', reading: 'Reading the document', storing: 'Storing operations'};

for (const form of document.querySelectorAll('form[data-imports]')) {
  form.addEventListener('sent', event => follow(form, event.detail.id));
}

async function follow(form, id) {
  const place = form.querySelector('[data-progress]');
  for (;;) {
    const job = await request('GET', `/api/v1/imports/${encodeURIComponent(id)}`);
    if (job.state === 'done') {
      location.assign(`/providers/${encodeURIComponent(job.provider)}`);
      return;
    }
    if (job.state === 'refused') {
      place.replaceChildren();
      form.querySelector('[data-trouble]').textContent = job.reason;
      return;
    }
    show(place, job);
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY));
  }
}

function show(place, job) {
  const words = document.createElement('p');
  words.textContent = job.operations_total ? `${WORDS[job.state]}: ${job.operations_done} of ${job.operations_total}` : `${WORDS[job.state]} …`;
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', 'Import');
  if (job.operations_total) {
    bar.max = job.operations_total;
    bar.value = job.operations_done;
  }
  place.replaceChildren(words, bar);
}
