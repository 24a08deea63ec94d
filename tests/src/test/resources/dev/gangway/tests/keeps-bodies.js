// Shows each body in the form and as text, changes a field and changes it back, and tells what became of it. In:
// {operation, bodies: [JSON text]}. Out: [{raw, looked, changed, back, at}]: the body after it was read and printed, after
// the form has shown it, whether a change arrived, the body after it was undone, and in which field that was.
async ({operation, bodies}) => {
  const module = name => performance.getEntriesByType('resource').map(entry => entry.name).find(url => url.includes(`/${name}.`) && url.endsWith('.js'));
  const {parse, print} = await import(module('json'));
  const model = await (await fetch(`/explorer/partner/${operation}/model`)).json();
  const ascii = value => print(value, 0).replace(/[\u0080-\uffff]/g, letter => '\\u' + letter.charCodeAt(0).toString(16).padStart(4, '0'));

  async function kept(text) {
    const form = document.createElement('gw-form');
    const raw = document.createElement('gw-raw');
    let edits = 0;
    form.rows = model.bodies[0].rows;
    form.addEventListener('edit', event => {
      edits++;
      form.value = event.detail.value;
    });
    raw.addEventListener('edit', event => form.value = event.detail.value);
    document.body.append(raw, form);
    await raw.updateComplete;
    const area = raw.querySelector('textarea');
    area.value = text;
    area.dispatchEvent(new Event('input', {bubbles: true}));
    await form.updateComplete;
    const told = {raw: ascii(parse(area.value)), looked: edits === 0 ? ascii(form.value) : 'the form changed it by itself'};
    const boxes = [...form.querySelectorAll('input[type=text]:not([disabled])')].filter(box => box.value !== '');
    const box = boxes[text.length % Math.max(boxes.length, 1)];
    if (box) {
      const type = async value => {
        box.value = value;
        box.dispatchEvent(new Event('input', {bubbles: true}));
        await form.updateComplete;
      };
      const before = box.value;
      told.at = box.closest('[data-at]')?.dataset.at;
      await type(before + '~');
      told.changed = ascii(form.value) !== told.looked;
      await type(before);
      told.back = ascii(form.value);
    }
    raw.remove();
    form.remove();
    return told;
  }

  const all = [];
  for (const body of bodies) {
    all.push(await kept(body));
  }
  return all;
}
