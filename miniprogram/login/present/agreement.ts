import { inLanguage } from '../brand';
import { documentOf } from '../choices';
import type { View } from '../screen';
import type { State } from '../state';
import { createTranslate } from './translate';

/**
 * What the reader's page shows: a page of the tenant's domain, a text, or a text that comes with
 * the reader itself.
 */
export type AgreementView = Pick<View, 'title' | 'lang' | 'colours' | 'bar'> &
  (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'packaged'; readonly name: string }
    | { readonly kind: 'page'; readonly url: string }
    /** Not to be had in this state of the login; `text` says so. */
    | { readonly kind: 'missing'; readonly text: string }
  );

export function presentAgreement(state: State, id: string): AgreementView {
  const { brand, lang } = state.visit;
  const translate = createTranslate(lang, brand);
  const opened = documentOf(state, id);
  const page = { lang, colours: brand.colours?.style ?? '', bar: brand.colours?.bar ?? null };
  if (!opened)
    return {
      kind: 'missing',
      ...page,
      title: translate.appName,
      text: translate('agreement.missing'),
    };
  const { content } = opened;
  // The brackets belong into a sentence, not above a page.
  const title = opened.title.replace(/[《》\u200b]/g, '');
  if ('url' in content) return { kind: 'page', ...page, title, url: content.url };
  if ('packaged' in content) return { kind: 'packaged', ...page, title, name: content.packaged };
  return { kind: 'text', ...page, title, text: inLanguage(content.text, lang) };
}
