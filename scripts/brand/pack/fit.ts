import type { Words } from '../../../miniprogram/login/brand';
import type { BrandPack } from './schema';

/**
 * What one field says about another: each is right alone, and they have to fit together. One line
 * per problem, field first.
 */

/** Each text in each of the brand's languages, and in no other. */
export function checkLanguages(pack: BrandPack): string[] {
  const agreements = pack.agreements.from === 'brand' ? pack.agreements.items : [];
  const fields: [field: string, words: Words | null][] = [
    ['appName', pack.appName],
    ['operator', pack.operator],
    ['contact', pack.contact],
    ...pack.apps.map(({ name }, index): [string, Words | null] => [`apps.${index}.name`, name]),
    ...agreements.map(({ title }, index): [string, Words] => [
      `agreements.items.${index}.title`,
      title,
    ]),
  ];
  return fields.flatMap(([field, words]) =>
    words === null ? [] : checkWordsOf(field, words, pack.languages),
  );
}

function checkWordsOf(field: string, words: Words, languages: BrandPack['languages']): string[] {
  const missing = languages.filter((lang) => words[lang] === undefined);
  const strange = Object.keys(words).filter((lang) => !languages.some((one) => one === lang));
  return [
    ...missing.map(
      (lang) =>
        `${field}.${lang}: is missing; a text in each of languages (${languages.join(', ')}) is expected`,
    ),
    ...strange.map(
      (lang) =>
        `${field}.${lang}: this language is not in languages; add it there, or take the text out`,
    ),
  ];
}

export function checkApps({ apps, unknownCaller, genauth }: BrandPack): string[] {
  const problems = apps.flatMap(({ returns }, index) =>
    returns.includes('ticket') && genauth.ticketEndpoint === null
      ? [
          `apps.${index}.returns: "ticket" needs genauth.ticketEndpoint, which is null; name your endpoint, or take "ticket" out`,
        ]
      : [],
  );
  if (
    unknownCaller !== 'refuse' &&
    !apps.some(({ mobileAppId }) => mobileAppId === unknownCaller)
  ) {
    const known = apps.map(({ mobileAppId }) => mobileAppId).join(', ');
    problems.push(
      `unknownCaller: ${unknownCaller} is none of apps (${known}); "refuse" is the safe choice`,
    );
  }
  return problems;
}

/** WeChat opens a page in a program only on a host that was declared with it. */
export function checkAgreements({ agreements, businessDomains }: BrandPack): string[] {
  if (agreements.from !== 'brand') return [];
  return agreements.items.flatMap(({ content }, index) => {
    if (!('url' in content) || businessDomains.includes(new URL(content.url).host)) return [];
    const { host } = new URL(content.url);
    return [
      `agreements.items.${index}.content.url: ${host} is not in businessDomains; add it there and declare it with WeChat`,
    ];
  });
}
