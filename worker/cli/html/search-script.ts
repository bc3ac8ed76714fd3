// The search box of the catalogue: a small script that looks through the list of rules in the reader's own browser.

/** Plain script text, run by the page; the list comes from `search.js` because a page opened from a folder may not fetch. */
export const SEARCH_SCRIPT = `
(() => {
  const box = document.querySelector('.find input'), list = document.querySelector('.found');
  if (!box || !list) return;
  const root = document.documentElement.dataset.root;
  const fold = (text) => text.toLowerCase().normalize('NFKC');
  const hay = CATALOGUE.map(([id, title, stage, more]) => fold([id, title, stage, more].join(' ')));
  let at = -1;
  const draw = () => {
    const words = fold(box.value).split(/\\s+/).filter(Boolean);
    list.hidden = words.length === 0;
    list.replaceChildren();
    at = -1;
    if (words.length === 0) return;
    const hits = hay.flatMap((text, i) => words.every((word) => text.includes(word)) ? [i] : []);
    const inTitle = (i) => words.every((word) => fold(CATALOGUE[i][0] + CATALOGUE[i][1]).includes(word)) ? 0 : 1;
    hits.sort((a, b) => inTitle(a) - inTitle(b) || a - b);
    for (const i of hits.slice(0, 40)) {
      const [id, title, stage, more, file] = CATALOGUE[i];
      const link = document.createElement('a');
      link.href = root + file + '#' + id;
      link.append(title);
      const small = document.createElement('small');
      small.textContent = stage + ' · ' + more.split(' ')[0];
      link.append(small);
      const row = document.createElement('li');
      row.append(link);
      list.append(row);
    }
    if (hits.length === 0) {
      const row = document.createElement('li');
      row.className = 'none';
      row.textContent = list.dataset.none;
      list.append(row);
    }
  };
  const move = (step) => {
    const links = [...list.querySelectorAll('a')];
    if (links.length === 0) return;
    links[at]?.removeAttribute('aria-current');
    at = (at + step + links.length) % links.length;
    links[at].setAttribute('aria-current', 'true');
    links[at].scrollIntoView({ block: 'nearest' });
  };
  box.addEventListener('input', draw);
  box.addEventListener('focus', draw);
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') { box.value = ''; draw(); }
    else if (event.key === 'Enter') list.querySelectorAll('a')[Math.max(at, 0)]?.click();
    else return;
    event.preventDefault();
  });
  document.addEventListener('click', (event) => { if (!event.target.closest('.find')) list.hidden = true; });
  list.addEventListener('click', () => { list.hidden = true; });
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement !== box) { event.preventDefault(); box.focus(); }
  });
})();
`;
