/**
 * UTF-8 that somebody read in another encoding and saved as what they saw: right as UTF-8, and
 * nothing that people can read. What it was; null: it is no such text.
 */
export function readMojibake(text: string): string | null {
  return undo(text, latinBytes) ?? undo(text, chineseBytes) ?? readPart(text);
}

/** Where one paragraph or one word was pasted into a text that is right. */
function readPart(text: string): string | null {
  for (const line of text.split('\n')) {
    if (!/[^\0-\x7f]/.test(line)) continue;
    // Of Chinese, three characters: a short line of right ones may by chance be UTF-8 of two.
    const read = undo(line, chineseBytes, 3);
    if (read !== null) return read;
    for (const run of line.split(notLatin)) {
      const part = undo(run, latinBytes);
      if (part !== null) return part;
    }
  }
  return null;
}

/** What a character was as bytes; null: there is none in this encoding. */
type BytesOf = (character: string) => readonly number[] | null;

/** @param least How many Chinese characters have to come out of it. */
function undo(text: string, bytesOf: BytesOf, least = 2): string | null {
  const bytes: number[] = [];
  for (const character of text) {
    const known = bytesOf(character);
    if (known === null) return null;
    bytes.push(...known);
  }
  const read = new TextDecoder().decode(Uint8Array.from(bytes)).replace(/\ufffd+/g, '\ufffd');
  const han = (read.match(/\p{Script=Han}/gu) ?? []).length;
  const lost = (read.match(/\ufffd/g) ?? []).length;
  // Of a right text most bytes mean nothing in UTF-8, and two in a row that do are no accident.
  return han >= least && lost * 3 <= han ? read : null;
}

/** Windows-1252, as editors of the West have it. */
const latinBytes: BytesOf = (character) => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return [code];
  const at = latin.indexOf(character);
  return at < 0 ? null : [0x80 + at];
};

/** GBK, as Windows in Chinese has it; a byte without its second one became a question mark. */
const chineseBytes: BytesOf = (character) => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? [code] : (chinese().get(character) ?? null);
};

/** Of 0x80 to 0x9f: https://encoding.spec.whatwg.org/index-windows-1252.txt */
const latin =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

const notLatin = new RegExp(`[^\\0-\\xff${latin}]+`, 'u');

const chinese = once(() => {
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if ([...character].length === 1) found.set(character, [first, second]);
    }
  return found;
});

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
