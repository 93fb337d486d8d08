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

/** What is wrong with a text's characters, whatever it is for; null: nothing. */
export function brokenCharacter(text: string): Text | null {
  if (/\p{Cs}/u.test(text)) return values.surrogate();
  if (text.includes('\ufffd')) return values.replaced();
  return null;
}
