import { inLanguage } from '../brand';
import type { AboutScreen } from '../screen';
import type { About } from '../state';
import { contractParts, partsOf } from './links';
import type { Speech } from './speech';

export function presentAbout(state: About, say: Speech): AboutScreen {
  const { brand } = state.visit;
  const links = [
    ...state.agreements.map((one) => partsOf(one, say.lang)),
    ...contractParts(state.visit.privacy.contractName),
  ]
    .flat()
    .filter(({ kind }) => kind !== 'text');
  return {
    screen: 'about',
    logo: brand.logo,
    heading: say('about.heading'),
    body: say('about.body'),
    how: {
      heading: say('about.how'),
      steps: [say('about.how.1'), say('about.how.2'), say('about.how.3')],
    },
    agreements: links.length === 0 ? null : { heading: say('about.agreements'), links },
    notice: state.notice === null ? null : say('agreement.missing'),
    contact:
      brand.contact === null
        ? null
        : { heading: say('about.contact'), value: inLanguage(brand.contact, say.lang) },
  };
}
