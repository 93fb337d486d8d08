import { type WordKey, words } from '../../../miniprogram/login/words/index';

/** The keys of all texts; the first part of each names the screen where it stands. */
export const wordKeys: readonly WordKey[] = Object.keys(words).filter(isWordKey);

export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(words, key);
}
