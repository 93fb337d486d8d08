import type { LangWords } from '../../../miniprogram/login/brand';
import { pack as messages } from '../../messages/pack';
import { listed, say } from '../../messages/say';
import type { BrandPack } from './schema';

/**
 * What one field says about another: each is right alone, and they have to fit together. One line
 * per problem, field first.
 */

/** Each text in each of the brand's languages, and in no other. */
export function checkLanguages(pack: BrandPack): string[] {
  const fields: [field: string, words: LangWords | null][] = [
    ['appName', pack.appName],
    ['operator', pack.operator],
    ['contact', pack.contact],
    ...pack.apps.map(({ name }, index): [string, LangWords | null] => [`apps.${index}.name`, name]),
    ...titlesOf(pack.agreements, ''),
    ...pack.apps.flatMap(({ own = {} }, index): [string, LangWords | null][] => [
      [`apps.${index}.own.contact`, own.contact ?? null],
      ...(own.agreements ? titlesOf(own.agreements, `apps.${index}.own.`) : []),
    ]),
  ];
  return fields.flatMap(([field, words]) =>
    words === null ? [] : checkWordsOf(field, words, pack.languages),
  );
}

function titlesOf(agreements: BrandPack['agreements'], at: string): [string, LangWords][] {
  if (agreements.from !== 'brand') return [];
  return agreements.items.map(({ title }, index) => [
    `${at}agreements.items.${index}.title`,
    title,
  ]);
}

function checkWordsOf(
  field: string,
  words: LangWords,
  languages: BrandPack['languages'],
): string[] {
  const missing = languages.filter((lang) => words[lang] === undefined);
  const strange = Object.keys(words).filter((lang) => !languages.some((one) => one === lang));
  return [
    ...missing.map((lang) => `${field}.${lang}: ${say(messages.langMissing(listed(languages)))}`),
    ...strange.map((lang) => `${field}.${lang}: ${say(messages.langStrange())}`),
  ];
}

export function checkApps(pack: BrandPack): string[] {
  const { apps, unknownCaller } = pack;
  const problems = [...checkTickets(pack), ...checkAppIds(pack)];
  if (
    unknownCaller !== 'refuse' &&
    !apps.some(({ mobileAppId }) => mobileAppId === unknownCaller)
  ) {
    const known = listed(apps.map(({ mobileAppId }) => mobileAppId));
    problems.push(`unknownCaller: ${say(messages.callerUnknown(unknownCaller, known))}`);
  }
  return problems;
}

/** In a hosted program the directory names each app's user pool. */
function checkTickets({ apps, genauth, directory }: BrandPack): string[] {
  const keys = ['ticketEndpoint', 'userPoolId'] as const;
  const missing = keys.filter(
    (key) => genauth[key] === null && !(directory && key === 'userPoolId'),
  );
  return apps.flatMap(({ returns }, index) =>
    returns.includes('ticket')
      ? missing.map((key) => `apps.${index}.returns: ${say(messages.ticketNeeds(key))}`)
      : [],
  );
}

/** The app and the mini program are registered at two places, each with an AppID of its own. */
function checkAppIds({ apps, miniProgram }: BrandPack): string[] {
  return apps.flatMap(({ mobileAppId }, index) =>
    mobileAppId === miniProgram.appId
      ? [`apps.${index}.mobileAppId: ${say(messages.sameAppId())}`]
      : [],
  );
}

/** Of two headers with one name the program could send only one. */
export function checkHeaders({ genauth: { headers } }: BrandPack): string[] {
  const entries = Object.entries(headers);
  return entries.flatMap(([key, name], index) => {
    const first = entries
      .slice(0, index)
      .find(([, other]) => other.toLowerCase() === name.toLowerCase());
    return first === undefined
      ? []
      : [
          `genauth.headers.${key}: ${say(messages.headerTwice(name, `genauth.headers.${first[0]}`))}`,
        ];
  });
}

/** WeChat opens a page in a program only on a host that was declared with it. */
export function checkAgreements({ agreements, businessDomains }: BrandPack): string[] {
  if (agreements.from !== 'brand') return [];
  return agreements.items.flatMap(({ content }, index) => {
    if (!('url' in content)) return [];
    const host = new URL(content.url).hostname;
    if (businessDomains.includes(host)) return [];
    return [`agreements.items.${index}.content.url: ${say(messages.notBusinessDomain(host))}`];
  });
}
