import type { Lang } from '../view';
import { en } from './en';
import { ja } from './ja';
import { zhCN } from './zh-cn';
import { zhTW } from './zh-tw';

export type WordKey = keyof typeof zhCN;
export type WordList = Readonly<Record<WordKey, string>>;

export const wordLists: Readonly<Record<Lang, WordList>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en, ja };
