import type { Text } from '../../messages/say';
import { values } from '../../messages/values';
import { readMojibake } from './mojibake';

/**
 * Zero-width characters, fillers, the blank of Braille, the place of an object that was not copied
 * (as Word leaves of a picture) and the null note head of music: letters or signs with Unicode.
 */
const unseen = /[\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}]/gu;

/** Whether anything of a text can be seen. */
export function hasVisible(text: string): boolean {
  const seen = text.replace(unseen, '');
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(seen);
}

/** Whether there is something to read: a name of signs alone is what a lost encoding leaves. */
export function hasLetter(text: string): boolean {
  return /[\p{L}\p{N}\p{S}]/u.test(text.replace(unseen, ''));
}

/**
 * Characters that nobody sees and that part a name from the same one without them. Not what joins
 * emoji and the letters of some scripts.
 */
export function hiddenIn(text: string): readonly string[] {
  const flagless = text.replace(/\u{1f3f4}[\u{e0020}-\u{e007f}]+/gu, '');
  const found = flagless.match(/[\u00ad\u200b\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/gu) ?? [];
  return [...new Set(found.map(codeOf))];
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Turns the direction of what follows, so that people read something else than what stands there. */
export const turned = /[\u202a-\u202e\u2066-\u2069]/u;

/** Words in which letters of Latin stand next to some that look like them and are others. */
export function mixedWords(text: string): readonly string[] {
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter(
    (word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word),
  );
}

/** What is wrong with a text's characters, whatever it is for; null: nothing. */
export function brokenCharacter(text: string): Text | null {
  if (/\p{Cs}/u.test(text)) return values.surrogate();
  // What U+FFFD becomes where it is read as GBK once more.
  if (/\ufffd|锟斤拷/.test(text)) return values.replaced();
  const right = readMojibake(text);
  if (right !== null) return values.mojibake(right.slice(0, 20));
  const [own] = /\p{Co}/u.exec(text) ?? [];
  if (own !== undefined) return values.privateUse(codeOf(own));
  if (/\p{Noncharacter_Code_Point}/u.test(text)) return values.noCharacter();
  // No script puts as many on one letter; they would cover the lines around it.
  if (/\p{M}{7}/u.test(text)) return values.stacked();
  return null;
}

/** Where git has left both sides of a merge; null: nowhere. */
export function conflictIn(text: string): number | null {
  return /^(?:<{7}|>{7}|\|{7}) /m.exec(text)?.index ?? null;
}
