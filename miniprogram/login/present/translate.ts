import { type EffectiveBrand, inLanguage } from '../brand';
import type { Lang } from '../lang';
import type { SentencePart } from '../screen';
import type { WordKey } from '../words/index';

/** https://www.unicode.org/reports/tr14/#ZW */
export const MAY_BREAK = '\u200b';

/** The program's texts in one language, with the brand's names in place. */
export interface Translate {
  /** `values`: what else is put in, by the name that stands in braces. */
  (key: WordKey, values?: Readonly<Record<string, string>>): string;
  readonly lang: Lang;
  readonly appName: string;
  /** A sentence whose `{list}` is a list of agreements, each with its words and links. */
  withList(key: WordKey, items: readonly (readonly SentencePart[])[]): SentencePart[];
}

export function createTranslate(
  lang: Lang,
  brand: Pick<EffectiveBrand, 'appName' | 'operator' | 'provider' | 'texts' | 'words'>,
  isKnown = true,
): Translate {
  /** `npm run brand` marks where a line of Chinese or Japanese may end. */
  const textOf = (key: WordKey): string =>
    brand.words?.[lang]?.[key] ?? (brand.texts[lang]?.[key] ?? '').split('|').join(MAY_BREAK);
  const appName = inLanguage(brand.appName, lang);
  const names: Readonly<Record<string, string>> = {
    app: isKnown ? appName : textOf('app.unknown'),
    operator: inLanguage(brand.operator, lang),
    provider: inLanguage(brand.provider ?? brand.operator, lang),
  };
  // All at once: a brand may be called "{list}", and a name is text.
  const fill = (text: string, values = names): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const translate = (key: WordKey, values: Readonly<Record<string, string>> = {}): string =>
    fill(textOf(key), { ...values, ...names });
  return Object.assign(translate, {
    lang,
    appName,
    withList(key: WordKey, items: readonly (readonly SentencePart[])[]) {
      const [before = '', after = ''] = textOf(key)
        .split('{list}')
        .map((part) => fill(part));
      const words = (text: string): SentencePart => ({ kind: 'text', id: '', text });
      const [comma, and] = [translate('list.comma'), translate('list.and')];
      const names = items.flatMap((item) => splitAt(item, [comma, and].map(written)));
      const list = names.flatMap((name, index) => {
        if (index === 0) return name;
        return [words(index === names.length - 1 ? and : comma), ...name];
      });
      return [words(before), ...list, words(after)]
        .filter(({ text }) => text !== '')
        .map((part, index) => (part.kind === 'text' ? { ...part, id: `text-${index}` } : part));
    },
  });
}

/** One agreement may be several names already: "A and B" is two of the list that it stands in. */
function splitAt(item: readonly SentencePart[], joints: readonly string[]): SentencePart[][] {
  const names: SentencePart[][] = [[]];
  for (const part of item) {
    if (part.kind === 'text' && joints.includes(written(part.text))) names.push([]);
    else if (part.text !== '') names[names.length - 1]?.push(part);
  }
  return names.filter(({ length }) => length > 0);
}

/** Without spaces, and without the marks that say where a line may end. */
function written(text: string): string {
  return text.replace(/[\s\u200b\u2060]/g, '');
}

/** The sentence as a screen reader says it. */
export function plain(parts: readonly SentencePart[]): string {
  return parts
    .map(({ text }) => text)
    .join('')
    .replace(/[\u200b\u2060]/g, '');
}
