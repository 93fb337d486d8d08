import { own, text } from '../json';

const named = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  mdash: '—',
  ndash: '–',
  hellip: '…',
};

/** HTML's character references as characters; null where one of them is not known. */
export function decodeEntities(source: string): string | null {
  let isKnown = true;
  const decoded = source.replace(/&(#?\w*;|#)/g, (_, reference: string) => {
    const character = characterOf(reference.slice(0, -1));
    isKnown &&= character !== undefined;
    return character ?? '';
  });
  return isKnown ? decoded : null;
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return text(own(named, name));
  const point = /^#(?:\d+|x[\da-f]+)$/i.test(name) ? Number(name.slice(1).replace(/^x/i, '0x')) : 0;
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
