import type { Options } from 'preact';

/**
 * Where a line of Chinese may end on these pages: between words. Browsers break between any two
 * characters, and `word-break: auto-phrase` knows Japanese alone
 * (https://developer.chrome.com/blog/css-i18n-features). So a style sheet forbids it
 * (`line-ends.css`), and each place where a line may end has U+200B, as in the program itself.
 *
 * @param options Preact's, so that each text of a page passes here.
 * @param lang Of the page; nothing is done to others.
 */
export function keepWordsWhole(options: Options, lang: string): void {
  if (!/^zh\b/.test(lang) || !('Segmenter' in Intl)) return;
  const words = new Intl.Segmenter(lang, { granularity: 'word' });
  const mark = (child: unknown) => (typeof child === 'string' ? markLineEnds(child, words) : child);
  const next = options.vnode;
  options.vnode = (node) => {
    const { type, props } = node;
    const { children } = props;
    if (typeof type === 'string' && !AS_IT_IS.has(type))
      Object.assign(props, {
        children: Array.isArray(children) ? children.map(mark) : mark(children),
      });
    next?.(node);
  };
}

/** What is copied, or breaks no line. */
const AS_IT_IS = new Set(['code', 'option', 'pre', 'style', 'textarea']);

/** After these a line may end, and before none of them. */
const ENDING = /^[的了着过吗里后时们中起]$/;
/** Belongs to what stands before it: 另一|个人. */
const TRAILING = /^[的个]/;
/** Before these a line may end, and after none of them. */
const BEGINNING = /^[从向在为由把被请和与并不没未已可再先这那只还您你它用需是有让或就也却才能供]$/;

/**
 * The browsers' dictionary has most words, and takes others apart to single characters (微|信). One
 * of those stays with both its neighbours, unless it is a word by itself.
 */
function markLineEnds(text: string, words: Intl.Segmenter): string {
  if (!/\p{sc=Han}{2}/u.test(text)) return text;
  const parts = [...words.segment(text)].map(({ segment }) => segment);
  return parts.map((part, index) => (mayEnd(parts, index) ? `\u200b${part}` : part)).join('');
}

const HAN = /^\p{sc=Han}+$/u;

/** Whether a line may end before this part. */
function mayEnd(parts: readonly string[], index: number): boolean {
  const [before = '', after = ''] = [parts[index - 1], parts[index]];
  // Elsewhere a line may end, or not, as in any text.
  if (!HAN.test(before) || !HAN.test(after)) return false;
  if (ENDING.test(after) || TRAILING.test(after) || BEGINNING.test(before)) return false;
  // Alone at an end of a sentence.
  if (after.length === 1 && !HAN.test(parts[index + 1] ?? '')) return false;
  return (before.length > 1 || ENDING.test(before)) && (after.length > 1 || BEGINNING.test(after));
}
