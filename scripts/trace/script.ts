import { chinese } from './words';

/** Runs in the trace's document: whatever is chosen, list, strip and stage show the same moment. */
export const script = `
const chinese = ${JSON.stringify(chinese)};
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
// What has data-say is the page's own: its text, and what an attribute says.
const translate = (root) => {
  for (const one of all('[data-say]', root)) {
    const own = [...one.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const named = ['alt', 'aria-label', 'placeholder', 'title'].flatMap((name) => one.getAttributeNode(name) ?? []);
    for (const each of [...own, ...named]) {
      const said = each.nodeValue.trim();
      each.nodeValue = each.nodeValue.replace(said, chinese[said] ?? said);
    }
  }
  for (const { content } of all('template', root)) translate(content);
};
const preferred = navigator.languages.find((language) => /^(?:zh|en)\\b/i.test(language));
if (/^zh/i.test(preferred ?? '')) {
  document.documentElement.lang = 'zh-CN';
  translate(document);
}
const figures = all('.strip figure:not(.missed)');

for (const tab of all('[data-tab]')) tab.addEventListener('click', () => {
  for (const each of all('[data-tab]', tab.parentElement)) {
    each.setAttribute('aria-pressed', String(each === tab));
    document.getElementById(each.dataset.tab).hidden = each !== tab;
  }
});

const mark = (selector, chosen) => {
  for (const each of all(selector)) each.classList.toggle('current', each === chosen);
};
// Its own list alone scrolls: in a frame, scrollIntoView would move the page around it too.
const reveal = (one) => {
  const list = one.closest('.strip, ol');
  const [inner, outer] = [one, list].map((each) => each.getBoundingClientRect());
  if (list.matches('.strip')) list.scrollLeft += inner.x + inner.width / 2 - outer.x - outer.width / 2;
  else list.scrollTop += inner.y + inner.height / 2 - outer.y - outer.height / 2;
};
const stage = (figure) => {
  mark('figure', figure);
  if (!figure) return;
  reveal(figure);
  document.getElementById('picture').replaceChildren(figure.querySelector('img').cloneNode());
  document.getElementById('wxml').replaceChildren(figure.querySelector('template').content.cloneNode(true));
  document.querySelector('.caption').textContent = figure.querySelector('figcaption').textContent;
};
// The last picture that was taken by then.
const pictureOf = ({ dataset: { entry, at } }) =>
  figures.findLast((figure) => (at ? Number(figure.dataset.at) <= Number(at) : Number(figure.dataset.entry) <= Number(entry))) ?? figures[0];
const choose = (row) => {
  mark('li', row);
  if (row.dataset.step) return show(row);
  stage(pictureOf(row));
};
// A step has pictures of its own.
const show = (row) => {
  mark('figure', undefined);
  document.querySelector('[data-tab=picture]').click();
  document.getElementById('picture').replaceChildren(row.querySelector('template').content.cloneNode(true));
  document.querySelector('.caption').textContent = row.querySelector('b').textContent;
};

for (const figure of all('.strip figure')) figure.addEventListener('click', () => {
  document.querySelector('[data-tab=timeline]').click();
  const row = document.querySelector('#timeline [data-entry="' + figure.dataset.entry + '"]') ?? document.querySelector('#timeline li:last-child');
  mark('li', row);
  if (row) reveal(row);
  stage(figure.matches('.missed') ? undefined : figure);
});
for (const row of all('li')) row.querySelector('summary').addEventListener('focus', () => choose(row));
addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.matches('input, pre')) return;
  event.preventDefault();
  const rows = all((document.querySelector('#steps .current') ? '#steps' : '.lists ol:not([hidden])') + ' li:not([hidden])');
  const at = rows.findIndex((row) => row.matches('.current'));
  rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.querySelector('summary').focus();
});
document.querySelector('input').addEventListener('input', ({ target }) => {
  for (const row of all('.lists li')) row.hidden = !row.textContent.toLowerCase().includes(target.value.toLowerCase());
});
// How it ended is what was looked for.
const last = document.querySelector('#timeline li:last-child');
if (last) reveal(last);
mark('li', last);
stage(figures.at(-1));
`;
