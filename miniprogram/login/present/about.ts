import { inLanguage } from '../brand';
import type { AboutScreen } from '../screen';
import type { About } from '../state';
import { contractParts, partsOf } from './links';
import type { Translate } from './translate';

export function presentAbout(state: About, translate: Translate): AboutScreen {
  const { brand } = state.visit;
  const links = [
    ...state.agreements.map((one) => partsOf(one, translate.lang)),
    ...contractParts(state.visit.privacy.contractName),
  ]
    .flat()
    .filter(({ kind }) => kind !== 'text');
  return {
    screen: 'about',
    logo: brand.logo,
    heading: translate('about.heading'),
    body: translate('about.body'),
    how: {
      heading: translate('about.how'),
      steps: [translate('about.how.1'), translate('about.how.2'), translate('about.how.3')],
    },
    agreements: links.length === 0 ? null : { heading: translate('about.agreements'), links },
    notice: state.cannotOpen ? translate('agreement.missing') : null,
    contact:
      brand.contact === null
        ? null
        : { heading: translate('about.contact'), value: inLanguage(brand.contact, translate.lang) },
  };
}
