import { type Agreement, inLanguage } from '../brand';
import type { Lang } from '../lang';
import type { SentencePart } from '../screen';
import { MAY_BREAK } from './translate';

/** An agreement as it stands in a sentence: its words, with what can be opened as links. */
export function partsOf(agreement: Agreement, lang: Lang): SentencePart[] {
  if ('title' in agreement)
    return [{ kind: 'agreement', id: agreement.id, text: inLanguage(agreement.title, lang) }];
  return agreement.parts.map(({ id, text, url }) => ({
    kind: url === null ? 'text' : 'agreement',
    id,
    text,
  }));
}

/** WeChat names each of them 《…小程序隐私保护指引》, which fits no small phone in its largest text. */
function inPhrases(contractName: string): string {
  return contractName.replace(/(?=隐私保护指引》$)/, MAY_BREAK);
}

/** WeChat's own contract; nothing when WeChat names none. */
export function contractParts(contractName: string): SentencePart[][] {
  return contractName === ''
    ? []
    : [[{ kind: 'privacyContract', id: 'wechat-privacy', text: inPhrases(contractName) }]];
}
