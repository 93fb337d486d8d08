/**
 * A page and the frames in it as they look at one moment, without scripts and without anything that
 * moves.
 */
export interface Still {
  /** HTML, in which `markOf` stands for a style sheet or a frame. */
  readonly html: string;
  readonly frames: readonly Still[];
}

/** Style sheets are most of a page and the same in hundreds of stills: each is kept once. */
const sheets: string[] = [];
const places = new Map<string, number>();

/** Letters that no page has. */
const markOf = (kind: 'sheet' | 'frame', index: number) => `\ue000${kind}${index}\ue001`;
const marks = /\ue000(sheet|frame)(\d+)\ue001/g;

/** What was animated has arrived; what turns stands. */
const STAND_STILL =
  '*,*::before,*::after{animation-duration:0s!important;animation-delay:0s!important;animation-iteration-count:1!important;transition:none!important}';

/** Its frames have to be of the same origin; of others nothing is shown. */
export function stillOf(page: Document): Still {
  const frames: Still[] = [];
  const copy = page.documentElement.cloneNode(true);
  const live = elementsOf(page.documentElement);
  const copied = elementsOf(copy);
  live.forEach((element, index) => {
    const twin = copied[index];
    if (twin !== undefined) freeze(element, twin, frames);
  });
  const root = copied[0];
  if (root === undefined) return { html: '', frames };
  for (const script of root.querySelectorAll('script')) script.remove();
  const base = root.ownerDocument.createElement('base');
  base.setAttribute('href', page.baseURI);
  const style = root.ownerDocument.createElement('style');
  style.textContent = kept(STAND_STILL);
  root.querySelector('head')?.prepend(base);
  root.querySelector('head')?.append(style);
  return { html: `<!doctype html>${root.outerHTML}`, frames };
}

/** For `srcdoc`. */
export function htmlOf({ html, frames }: Still): string {
  return html.replace(marks, (_, kind: string, index: string) => {
    if (kind === 'sheet') return sheets[Number(index)] ?? '';
    const frame = frames[Number(index)];
    return frame === undefined ? '' : quoted(htmlOf(frame));
  });
}

export function isSame(one: Still, other: Still): boolean {
  return (
    one.html === other.html &&
    one.frames.length === other.frames.length &&
    one.frames.every((frame, index) => {
      const twin = other.frames[index];
      return twin !== undefined && isSame(frame, twin);
    })
  );
}

const SCROLLED = 'data-still-scroll';

/** Scrolls a shown still, frames and all, to where its page was. */
export function scrollAsThen(page: Document): void {
  for (const element of page.querySelectorAll(`[${SCROLLED}]`)) {
    const [left = 0, top = 0] = (element.getAttribute(SCROLLED) ?? '').split(' ').map(Number);
    element.scrollTo({ left, top, behavior: 'instant' });
  }
  for (const frame of page.querySelectorAll('iframe'))
    if (frame.contentDocument !== null) scrollAsThen(frame.contentDocument);
}

function elementsOf(root: Node): Element[] {
  // Of another frame, whose `Element` is another.
  return isElement(root) ? [root, ...root.querySelectorAll('*')] : [];
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

function freeze(element: Element, twin: Element, frames: Still[]): void {
  const { scrollLeft, scrollTop } = element;
  if (scrollLeft !== 0 || scrollTop !== 0)
    twin.setAttribute(SCROLLED, `${scrollLeft} ${scrollTop}`);
  // How the program's process stands: no style asks for it, so it is nothing to see.
  twin.removeAttribute('data-state');
  switch (element.localName) {
    case 'style':
      twin.textContent = kept(rulesOf(element));
      break;
    case 'iframe': {
      const inside = 'contentDocument' in element ? element.contentDocument : null;
      twin.removeAttribute('src');
      twin.setAttribute('sandbox', 'allow-same-origin');
      if (!isDocument(inside)) break;
      twin.setAttribute('srcdoc', markOf('frame', frames.length));
      frames.push(stillOf(inside));
      break;
    }
    case 'input':
    case 'textarea':
      freezeField(element, twin);
      break;
  }
}

function isDocument(value: unknown): value is Document {
  return Object(value).nodeType === Node.DOCUMENT_NODE;
}

/** What was typed is not in an attribute. */
function freezeField(element: Element, twin: Element): void {
  const { value, checked } = Object(element);
  if (element.localName === 'textarea') twin.textContent = String(value);
  else twin.setAttribute('value', String(value));
  twin.toggleAttribute('checked', checked === true);
}

/** As they count now: the phone changes the rules for light and dark, and not their text. */
function rulesOf(style: Element): string {
  const sheet = 'sheet' in style ? style.sheet : null;
  const rules: Iterable<CSSRule> = Object(sheet).cssRules ?? [];
  return [...rules].map(({ cssText }) => cssText).join('\n');
}

function kept(sheet: string): string {
  const index = places.get(sheet) ?? sheets.push(sheet) - 1;
  places.set(sheet, index);
  return markOf('sheet', index);
}

function quoted(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
