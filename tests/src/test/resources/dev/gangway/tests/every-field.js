// Puts the body of each operation into a form, with every field that its rows describe, and tells which of them the form
// does not show. In: {provider, operations}. Out: {fields: how many were looked for, absent: ["operation: field"]}.
async ({provider, operations}) => {
  const module = name => performance.getEntriesByType('resource').map(entry => entry.name).find(url => url.includes(`/${name}.`) && url.endsWith('.js'));
  const {Rows} = await import(module('rows'));
  const {Numeral} = await import(module('json'));
  const DEEPEST = 14;

  // A value with everything in it, and where each field of it is.
  function full(rows, index, at, places, depth) {
    const row = rows.row(index);
    const member = (part, place) => {
      places.push(place);
      return full(rows, part, place, places, depth + 1);
    };
    if (row.cut || depth > DEEPEST) {
      return rows.blank(index);
    }
    switch (row.type) {
      case 'object': {
        const parts = rows.of(index, 'member').filter(part => !rows.row(part).credential);
        return new Map(parts.map(part => [rows.row(part).name, member(part, at ? `${at}.${rows.row(part).name}` : rows.row(part).name)]));
      }
      case 'array': {
        const [item] = rows.of(index, 'item');
        return item === undefined ? [] : [member(item, `${at}[0]`)];
      }
      case 'integer': case 'number': return new Numeral('1');
      default: return rows.blank(index);
    }
  }

  const absent = [];
  let fields = 0;
  for (const operation of operations) {
    const model = await (await fetch(`/explorer/${provider}/${encodeURIComponent(operation)}/model`)).json();
    for (const media of model.bodies.filter(one => one.rows.length)) {
      const places = [];
      const form = document.createElement('gw-form');
      form.rows = media.rows;
      form.value = full(new Rows(media.rows), 0, '', places, 0);
      document.body.append(form);
      await form.updateComplete;
      const shown = new Set([...form.querySelectorAll('[data-at]')].map(place => place.dataset.at));
      fields += places.length;
      absent.push(...places.filter(place => !shown.has(place)).map(place => `${operation}: ${place}`));
      form.remove();
    }
  }
  return {fields, absent};
}
