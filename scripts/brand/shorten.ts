/** A long text with its often repeated phrases as one sign each. */
export interface Shortened {
  readonly text: string;
  readonly phrases: readonly (readonly [sign: string, phrase: string])[];
}

/** Those of one byte first; a text that has one of them does without it. */
const signs = [...'#$%&*+;<=>@[]`!/', ...'¡¢£¤¥§¨©ª«®¯°±²³´µ¸¹º»¼½¾¿'];

/** Where a phrase may begin or end besides: after a mark, and around a placeholder. */
const INSIDE = /(?<=[ 。，、])|(?=\{)|(?<=\})/;

/** Of the phrases that save most, how many are counted again after each that was taken. */
const COUNTED_AGAIN = 100;

/**
 * Writes the words of a program shorter: the same few phrases ("log in", "try again", the app's
 * placeholder) are a sixth of them, in each language.
 *
 * @param ends What stands between the phrases of the text.
 */
export function shorten(text: string, ends: readonly string[]): Shortened {
  const phrases: (readonly [sign: string, phrase: string])[] = [];
  let left = text;
  const likely = bySaving(phrasesIn(text, ends), text).slice(0, COUNTED_AGAIN);
  for (const sign of signs.filter((one) => !text.includes(one) && !ends.includes(one))) {
    const [best] = bySaving(likely, left, Buffer.byteLength(sign));
    if (best === undefined) break;
    phrases.push([sign, best]);
    left = left.split(best).join(sign);
  }
  return { text: left, phrases };
}

function phrasesIn(text: string, ends: readonly string[]): readonly string[] {
  const all = ends.reduce((parts, end) => parts.flatMap((part) => part.split(end)), [text]);
  return [...new Set(all.flatMap((whole) => [whole, ...whole.split(INSIDE)]))];
}

/** Those that save anything, the one first that saves most. */
function bySaving(phrases: readonly string[], text: string, signBytes = 1): string[] {
  return phrases
    .map((phrase) => ({ phrase, bytes: savedBytes(phrase, text, signBytes) }))
    .filter(({ bytes }) => bytes > 0)
    .sort((one, other) => other.bytes - one.bytes)
    .map(({ phrase }) => phrase);
}

/** Without those of the phrase's own entry, `["#","…"],`. */
function savedBytes(phrase: string, text: string, signBytes: number): number {
  if (phrase.length < 2) return 0;
  const bytes = Buffer.byteLength(phrase);
  return (text.split(phrase).length - 1) * (bytes - signBytes) - bytes - 10;
}
