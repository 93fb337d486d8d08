/**
 * One text in the four languages, side by side, so that none is forgotten and no key is stored four
 * times.
 */
export type Said = readonly [zhCN: string, zhTW: string, en: string, ja: string];
