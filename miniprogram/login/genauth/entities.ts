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

/**
 * The names that browsers also read without their `;`: in a text always, in an attribute unless a
 * letter, a digit or `=` follows.
 * https://html.spec.whatwg.org/multipage/named-characters.html
 */
const unclosed =
  /&(?:amp|AMP|lt|LT|gt|GT|quot|QUOT|copy|COPY|reg|REG|nbsp|iexcl|cent|pound|curren|yen|brvbar|sect|uml|ord[fm]|[lr]aquo|not|shy|macr|deg|plusmn|sup[123]|acute|micro|para|middot|cedil|frac[13][24]|iquest|times|divide|szlig|THORN|thorn|ETH|eth|AElig|aelig|[A-Za-z](?:acute|grave|circ|uml|tilde|ring|slash|cedil))(?!;)([=A-Za-z\d]?)/g;

/**
 * HTML's character references as characters; null where one of them is not known, or where a
 * browser would find one that is not closed.
 */
export function decodeEntities(source: string, inside: 'text' | 'attribute'): string | null {
  let isKnown = true;
  for (const [, next] of source.matchAll(unclosed))
    isKnown &&= inside === 'attribute' && next !== '';
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
