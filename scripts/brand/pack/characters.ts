import type { Text } from '../../messages/say';
import { values } from '../../messages/values';

/**
 * Whether anything of a text can be seen. Zero-width characters, fillers and the blank of Braille
 * count as letters or signs with Unicode, and show nothing.
 */
export function hasVisible(text: string): boolean {
  const seen = text.replace(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, '');
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(seen);
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
  if (text.includes('\ufffd')) return values.replaced();
  if (/\p{Noncharacter_Code_Point}/u.test(text)) return values.noCharacter();
  // No script puts as many on one letter; they would cover the lines around it.
  if (/\p{M}{7}/u.test(text)) return values.stacked();
  return null;
}
