import type { Brand } from '../brand';
import { agreementsOf } from '../choices';
import type { State } from '../state';
import { createSpeech } from './speech';

/** The reader's page: a text of the package, or a page of the tenant's domain. */
export type AgreementView =
  | {
      readonly kind: 'text';
      readonly title: string;
      readonly paragraphs: readonly { readonly heading: boolean; readonly text: string }[];
    }
  | { readonly kind: 'page'; readonly title: string; readonly url: string }
  | { readonly kind: 'missing'; readonly title: string; readonly detail: string };

export function presentAgreement(state: State, brand: Brand, id: string): AgreementView {
  const say = createSpeech(state.lang, brand);
  const agreement = agreementsOf(state, brand).find((one) => one.id === id);
  if (!agreement) return { kind: 'missing', title: say.appName, detail: say('agreement.missing') };
  const title = agreement.title[state.lang].replace(/[《》]/g, '');
  if ('url' in agreement.content) return { kind: 'page', title, url: agreement.content.url };
  return { kind: 'text', title, paragraphs: paragraphs(agreement.content.text[state.lang]) };
}

/** Blank lines separate sections; a section's short first line is its heading. */
function paragraphs(text: string): { heading: boolean; text: string }[] {
  return text.split(/\n{2,}/).flatMap((section) => {
    const lines = section.split('\n').filter((line) => line !== '');
    return lines.map((line, index) => ({ heading: index === 0 && lines.length > 1, text: line }));
  });
}
