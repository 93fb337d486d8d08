import type { Brand } from '../../../miniprogram/login/brand';
import type { SentencePart, View } from '../../../miniprogram/login/screen';
import { configurations } from '../agreements';

/** What a person can read where they agree, at one moment. */
export interface Reading {
  /** What of all that can be agreed to stands in the sentence. */
  readonly words: readonly string[];
  readonly links: readonly string[];
  /** WeChat's own contract; empty: it is not named. */
  readonly contract: string;
  /** What is shared beyond the number and the identity. */
  readonly scopes: string;
}

export type LoginView = Extract<View, { screen: 'login' }>;

/** `parts`: of the screen's sentence, or of the sheet's. */
export function read(
  view: LoginView,
  parts: readonly SentencePart[],
  all: readonly Readable[],
): Reading {
  const sentence = parts.map(({ text }) => text).join('');
  const texts = (kind: SentencePart['kind']) =>
    parts.filter((part) => part.kind === kind).map(({ text }) => text);
  return {
    words: all.map(({ words }) => words).filter((words) => sentence.includes(words)),
    links: texts('agreement'),
    contract: texts('privacyContract').join(),
    scopes: view.shared.items.find(({ id }) => id === 'notice')?.detail ?? '',
  };
}

/** Something that may stand in a receipt, and how it is read on the screen. */
export interface Readable {
  readonly id: string;
  /** Null: it is made by the program, and has to differ where the words differ. */
  readonly version: string | null;
  readonly words: string;
  readonly links: readonly string[];
  readonly optional: boolean;
}

/** What the brand's pack holds, as it is read in this language. */
export function ofPack({ agreements }: Brand, lang: View['lang']): readonly Readable[] {
  if (agreements.from !== 'brand') return [];
  return agreements.items.flatMap((item) => {
    if (!('title' in item)) return [];
    const { id, version, title } = item;
    const words = title[lang] ?? '';
    return [{ id, version, words, links: [words], optional: false }];
  });
}

/** Of an answer of GenAuth: the configuration that it holds, if it is one that can be read. */
export function ofAnswer(body: unknown): readonly Readable[] | null {
  const sent = JSON.stringify(body ?? null);
  const found = configurations.find(
    (items) =>
      items.every(({ title }) => sent.includes(JSON.stringify(title))) &&
      sent.split('"title"').length === items.length + 1,
  );
  return (
    found?.map(({ id, words, links, required }) => ({
      id: String(id),
      version: null,
      words,
      links,
      optional: required === false,
    })) ?? null
  );
}

/** Of an entry of a provider's directory. */
export function ofEntry(body: unknown): readonly Readable[] | null {
  const { agreements }: { agreements?: unknown } = Object(body);
  if (!Array.isArray(agreements)) return null;
  return agreements.map((one: unknown) => {
    const { id, version, title }: Readonly<Record<string, unknown>> = Object(one);
    const words = String(title);
    return { id: String(id), version: String(version), words, links: [words], optional: false };
  });
}
