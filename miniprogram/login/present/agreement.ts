import { type Brand, inLanguage } from '../brand';
import { documentOf } from '../choices';
import type { Lang } from '../lang';
import type { State } from '../state';
import { createSpeech } from './speech';

/**
 * What the reader's page shows: a page of the tenant's domain, a text, or a text that comes with
 * the reader itself.
 */
export type AgreementView = { readonly title: string; readonly lang: Lang } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'packaged'; readonly name: string }
  | { readonly kind: 'page'; readonly url: string }
  /** Not to be had in this state of the login; `text` says so. */
  | { readonly kind: 'missing'; readonly text: string }
);

export function presentAgreement(state: State, brand: Brand, id: string): AgreementView {
  const { lang } = state.visit;
  const say = createSpeech(lang, brand);
  const opened = documentOf(state, brand, id);
  if (!opened) return { kind: 'missing', lang, title: say.appName, text: say('agreement.missing') };
  const { content } = opened;
  // The brackets belong into a sentence, not above a page.
  const title = opened.title.replace(/[《》]/g, '');
  if ('url' in content) return { kind: 'page', lang, title, url: content.url };
  if ('packaged' in content) return { kind: 'packaged', lang, title, name: content.packaged };
  return { kind: 'text', lang, title, text: inLanguage(content.text, lang) };
}
