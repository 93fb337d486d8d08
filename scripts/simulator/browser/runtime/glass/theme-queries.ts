export type Theme = 'light' | 'dark';

/** What each query asked for, before it was answered. */
const asked = new WeakMap<CSSMediaRule, string>();

/**
 * Answers each `prefers-color-scheme` of a sheet: the phone chooses the theme and not the browser.
 * What stands inside, keyframes too, holds or does not, as with a query that the browser answers.
 */
export function answerThemeQueries(
  { cssRules }: CSSStyleSheet | CSSGroupingRule,
  theme: Theme,
): void {
  for (const rule of cssRules) {
    if (rule instanceof CSSMediaRule) answer(rule, theme);
    if (rule instanceof CSSGroupingRule) answerThemeQueries(rule, theme);
  }
}

function answer(rule: CSSMediaRule, theme: Theme): void {
  const query = asked.get(rule) ?? rule.media.mediaText;
  if (!query.includes('prefers-color-scheme')) return;
  asked.set(rule, query);
  // Of every window the one is true and the other is not.
  rule.media.mediaText = query.replace(/\(prefers-color-scheme:\s*(\w+)\)/g, (_, wanted: string) =>
    wanted === theme ? '(min-width: 0px)' : '(max-width: 0px)',
  );
}
