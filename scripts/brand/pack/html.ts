import { files } from '../../messages/files';
import type { Text } from '../../messages/say';
import { referenceNames } from './html-references';

/**
 * The elements of the standard and those that it calls obsolete, which editors still write.
 * https://html.spec.whatwg.org/multipage/indices.html#elements-3
 */
const elements = new Set(
  `
  a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink
  blockquote body br button canvas caption center cite code col colgroup data datalist dd del
  details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame
  frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd
  keygen label legend li link listing main map mark marquee math menu menuitem meta meter nav nobr
  noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress
  q rb rp rt rtc ruby s samp script search section select selectedcontent slot small source span
  strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title
  tr track tt u ul var video wbr xmp
  `
    .trim()
    .split(/\s+/),
);

/** What is markup by its form alone: of Word and of XML too. */
const markup = /<!doctype\s+html|<!--|<!\[|<\?xml|<\/?[a-z]+:[a-z]+(?:\s[^<>]*)?\/?>/i;

const tag = /<\/?([a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>/gi;

const reference = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|([a-z][a-z0-9]*));/gi;

/** An agreement is shown as it stands: of HTML, people would read the tags. Null: it is none. */
export function htmlProblem(text: string): Text | null {
  const found = htmlIn(text);
  return found === null ? null : files.html(found);
}

/** The first of it; null: there is none. */
export function htmlIn(text: string): string | null {
  return (markup.exec(text)?.[0] ?? tagIn(text) ?? referenceIn(text))?.slice(0, 40) ?? null;
}

function tagIn(text: string): string | undefined {
  return [...text.matchAll(tag)].find(([, name = '']) => elements.has(name.toLowerCase()))?.[0];
}

/** Capitals too, as `&NBSP;`: people would read it all the same. `AT&T;` is a name. */
function referenceIn(text: string): string | undefined {
  return [...text.matchAll(reference)].find(
    ([, name]) =>
      name === undefined || referenceNames.has(name) || referenceNames.has(name.toLowerCase()),
  )?.[0];
}
