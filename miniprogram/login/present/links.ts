import { inLanguage } from '../brand';
import type { Terms } from '../consent';
import type { Lang } from '../lang';
import type { SentencePart } from '../screen';

/** The agreements as links; WeChat's own contract last, when WeChat names one. */
export function agreementLinks(
  { agreements, privacyContract }: Pick<Terms, 'agreements' | 'privacyContract'>,
  lang: Lang,
): SentencePart[] {
  const links: SentencePart[] = agreements.map(({ id, title }) => ({
    kind: 'agreement',
    id,
    text: inLanguage(title, lang),
  }));
  if (privacyContract !== '')
    links.push({ kind: 'privacyContract', id: 'wechat-privacy', text: privacyContract });
  return links;
}
