export type Data = Readonly<Record<string, unknown>>;
/** One file, or several of which `a.wxml` is rendered. */
export type Wxml = string | Readonly<Record<string, string>>;

/** What means the same in both, first with the one data and then, set, with the other. */
export type SameTree = readonly [what: string, wxml: Wxml, data?: Data, next?: Data];

export function filesOfCase(wxml: Wxml): Readonly<Record<string, string>> {
  return typeof wxml === 'string' ? { 'a.wxml': wxml } : wxml;
}
