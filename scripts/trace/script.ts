/** Runs in the trace's document: tabs, and pictures that lead to their entry. */
export const script = `
const all = (selector) => [...document.querySelectorAll(selector)];
const show = (id) => {
  for (const tab of all('[data-tab]')) {
    tab.setAttribute('aria-pressed', String(tab.dataset.tab === id));
    document.getElementById(tab.dataset.tab).hidden = tab.dataset.tab !== id;
  }
};
for (const tab of all('[data-tab]')) tab.addEventListener('click', () => show(tab.dataset.tab));
const dialog = document.querySelector('dialog');
dialog.querySelector('button').addEventListener('click', () => dialog.close());
const open = (node) => {
  dialog.querySelector('div').replaceChildren(node);
  dialog.showModal();
};
for (const figure of all('figure')) {
  figure.querySelector('.shot').addEventListener('click', () => {
    const entry = figure.dataset.entry && document.getElementById('entry-' + figure.dataset.entry);
    for (const each of all('.current')) each.classList.remove('current');
    figure.classList.add('current');
    if (!entry) return open(figure.querySelector('img').cloneNode());
    show('timeline');
    entry.classList.add('current');
    entry.scrollIntoView({ block: 'center' });
  });
  figure.querySelector('.wxml')?.addEventListener('click', () => open(figure.querySelector('template').content.cloneNode(true)));
}
`;
