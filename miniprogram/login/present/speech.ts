import { type Brand, inLanguage } from '../brand';
import type { Lang, Words } from '../lang';
import type { SentencePart } from '../screen';
import type { WordKey } from '../words/index';

/** Says things in one language, with the brand's names in place. */
export interface Speech {
  (key: WordKey): string;
  readonly lang: Lang;
  readonly appName: string;
  /** A sentence whose `{list}` is a list of agreements, each with its words and links. */
  withList(key: WordKey, items: readonly (readonly SentencePart[])[]): SentencePart[];
}

/** `name`: of the app that asks, where it is not the brand's. */
export function createSpeech(lang: Lang, brand: Brand, name: Words | null = null): Speech {
  const texts = brand.texts[lang];
  const appName = inLanguage(name ?? brand.appName, lang);
  const names: Readonly<Record<string, string>> = {
    app: appName,
    operator: inLanguage(brand.operator, lang),
  };
  const say = (key: WordKey): string =>
    (texts?.[key] ?? '').replace(/\{(app|operator)\}/g, (_, name: string) => names[name] ?? '');
  return Object.assign(say, {
    lang,
    appName,
    withList(key: WordKey, items: readonly (readonly SentencePart[])[]) {
      const [before = '', after = ''] = say(key).split('{list}');
      const words = (text: string): SentencePart => ({ kind: 'text', id: '', text });
      const list = items.flatMap((item, index) => {
        if (index === 0) return item;
        return [words(say(index === items.length - 1 ? 'list.and' : 'list.comma')), ...item];
      });
      return [words(before), ...list, words(after)]
        .filter(({ text }) => text !== '')
        .map((part, index) => (part.kind === 'text' ? { ...part, id: `text-${index}` } : part));
    },
  });
}

/** The sentence as a screen reader says it. */
export function plain(parts: readonly SentencePart[]): string {
  return parts.map(({ text }) => text).join('');
}
