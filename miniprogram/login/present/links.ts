import { type Agreement, inLanguage } from '../brand';
import type { Lang } from '../lang';
import type { SentencePart } from '../screen';
import type { Privacy } from '../state';

/** The agreements as links; WeChat's own contract last, when WeChat names one. */
export function agreementLinks(
  agreements: readonly Agreement[],
  privacy: Privacy,
  lang: Lang,
): SentencePart[] {
  const links: SentencePart[] = agreements.map(({ id, title }) => ({
    kind: 'agreement',
    id,
    text: inLanguage(title, lang),
  }));
  if (privacy.contractName !== '')
    links.push({ kind: 'privacyContract', id: 'wechat-privacy', text: privacy.contractName });
  return links;
}
