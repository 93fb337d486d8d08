import type { TitlePart } from '../brand';
import { decodeEntities } from './entities';

/** What a title may be made of: links, and tags that only dress the text. */
const allowed = /^(?:a|b|strong|i|em|u|span|font|small|label|br|p|div)$/i;
const breaksLine = /^(?:br|p|div)$/i;

/** A tag with its attributes, whose quotes may hold `>`; or text; or a `<` that begins no tag. */
const tokens = /<(\/?)([a-z]\w*)((?:\s(?:"[^"]*"|'[^']*'|[^"'<>])*)?\/?)>|[^<]+|</gi;
const attribute = /\s+([^\s"'=<>/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g;

/** More than this nobody reads before a tap. */
const maxShown = 500;
const shows = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;
/** Makes a sentence read as another: control characters, turned directions, halves of a pair. */
const misleads = /[\p{Cc}\p{Co}\p{Cs}\p{Bidi_Control}]/u;

type Token =
  | { readonly words: string }
  /** A link begins. */
  | { readonly href: string }
  | 'linkEnds';

/**
 * Reads a title, which is HTML, into text and links; null when any of it cannot be read, or when
 * `open` has no address for a link. Stricter than browsers, which repair what they cannot read:
 * https://html.spec.whatwg.org/multipage/parsing.html
 */
export function readTitle(
  html: string,
  open: (href: string) => string | null,
): readonly TitlePart[] | null {
  let part: { text: string; url: string | null } = { text: '', url: null };
  const parts = [part];
  for (const match of html.matchAll(tokens)) {
    const token = readToken(match);
    if (token === null) return null;
    if (token !== 'linkEnds' && 'words' in token) {
      part.text += token.words;
      continue;
    }
    const url = token === 'linkEnds' ? null : open(token.href);
    // The end of no link, a link inside another, or one that leads nowhere.
    if ((part.url === null) === (url === null)) return null;
    part = { text: '', url };
    parts.push(part);
  }
  return part.url === null ? tidy(parts) : null;
}

function readToken([token, slash, tag, attributes = '']: RegExpMatchArray): Token | null {
  if (tag === undefined) {
    const words = token === '<' ? null : decodeEntities(token, 'text');
    return words === null ? null : { words };
  }
  const href = readHref(attributes);
  if (!allowed.test(tag) || href === null || (slash && attributes.trim() !== '')) return null;
  if (tag.toLowerCase() !== 'a') return { words: breaksLine.test(tag) ? ' ' : '' };
  return slash ? 'linkEnds' : { href };
}

/** Empty: there is none. Null: the attributes cannot be read. */
function readHref(attributes: string): string | null {
  const hrefs: (string | null)[] = [];
  const rest = attributes.replace(attribute, (_, name: string, value = '') => {
    if (name.toLowerCase() === 'href')
      hrefs.push(decodeEntities(value.replace(/^["']|["']$/g, ''), 'attribute'));
    return '';
  });
  const [href = ''] = hrefs;
  return hrefs.length > 1 || !/^\s*\/?$/.test(rest) ? null : href;
}

/** White space as a browser shows it: one space, and none at the ends. */
function tidy(parts: readonly TitlePart[]): readonly TitlePart[] | null {
  let whole = '';
  const starts = parts.map(({ text }) => {
    const start = whole.length;
    whole = (whole + text).replace(/\s+/g, ' ').trimStart();
    return start;
  });
  whole = whole.trimEnd();
  const kept = parts
    .map(({ url }, index) => ({ text: whole.slice(starts[index], starts[index + 1]), url }))
    .filter(({ text, url }) => text !== '' || url !== null);
  const isReadable =
    whole.length <= maxShown &&
    shows.test(whole) &&
    !misleads.test(whole) &&
    kept.every(({ text, url }) => url === null || shows.test(text));
  return isReadable ? kept : null;
}
