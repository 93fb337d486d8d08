/** Texts of a screen that is drawn, each with how many lines it takes there. */
export type DrawnLines = ReadonlyMap<string, number>;

/** Of a page and the frames in it. */
export function drawnLinesIn(page: Document): DrawnLines {
  const found = new Map<string, number>();
  for (const element of page.body.querySelectorAll('*')) {
    const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const text = read(texts.map(({ textContent }) => textContent).join(''));
    if (text !== '') found.set(text, countLines(page, texts));
  }
  for (const { contentDocument } of page.querySelectorAll('iframe'))
    for (const [text, lines] of contentDocument ? drawnLinesIn(contentDocument) : [])
      found.set(text, lines);
  return found;
}

/** Null: it is not on the screen. `{app}` in it stands for any name. */
export function linesDrawn(text: string, drawn: DrawnLines): number | null {
  const parts = read(text).split(/\{\w+\}/);
  const wanted = new RegExp(
    `^${parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('.+')}$`,
  );
  for (const [shown, lines] of drawn) if (wanted.test(shown)) return lines;
  return null;
}

/** Without the places where a line may end, or may not. */
function read(text: string): string {
  return text.replace(/[\u200b\u2060]/g, '').trim();
}

function countLines(page: Document, texts: readonly Node[]): number {
  const range = page.createRange();
  const bottoms = texts.flatMap((text) => {
    range.selectNodeContents(text);
    return [...range.getClientRects()].map(({ bottom }) => Math.round(bottom));
  });
  return new Set(bottoms).size;
}
