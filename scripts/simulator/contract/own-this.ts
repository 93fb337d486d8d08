/** What compiled code calls with the `this` of a sloppy function, to have the program's own. */
export const OWN_THIS = '__wxOwnThis';

/**
 * The variable that it is kept in. As long as `this`, so that every column stays where the source
 * map says, and, with a Cyrillic i, the same to look at: V8 puts it into its messages ("this.a is
 * not a function").
 */
export const KEPT_THIS = 'th\u0456s';

/** V8's message, or its stack, as the program was written. */
export function withPlainThis(text: string): string {
  return text.replaceAll(KEPT_THIS, 'this');
}
