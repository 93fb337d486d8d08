/**
 * What the tenant has GenAuth publish, in versions that follow one another: the next try may meet
 * another than the one before (docs/genauth.md#the-public-configuration).
 */
export interface Published {
  readonly id: number;
  readonly title: string;
  /** What a person reads of the title, and what of it opens a page. */
  readonly words: string;
  readonly links: readonly string[];
  readonly required?: boolean;
  /** 0: registering, 1: logging in, 2: both; left out: registering. */
  readonly availableAt?: number;
}

const terms: Published = {
  id: 7,
  title: '<a href="https://t.example/1">Terms</a>',
  words: 'Terms',
  links: ['Terms'],
};
const newTerms: Published = {
  id: 7,
  title: '<a href="https://t.example/2">New terms</a>',
  words: 'New terms',
  links: ['New terms'],
};
const two: Published = {
  id: 8,
  title:
    'the <a href="https://t.example/3">Rules</a> and the <a target="_blank" href="https://t.example/4">Notes</a>',
  words: 'the Rules and the Notes',
  links: ['Rules', 'Notes'],
  availableAt: 2,
};
const marketing: Published = {
  id: 9,
  title: '<a href="https://t.example/5">Letters</a>',
  words: 'Letters',
  links: ['Letters'],
  required: false,
};
const members: Published = {
  id: 10,
  title: 'for <a href="https://t.example/6">Members</a>',
  words: 'for Members',
  links: ['Members'],
  availableAt: 1,
};

export const configurations: readonly (readonly Published[])[] = [
  [terms],
  [newTerms],
  [terms, two],
  [terms, marketing],
  [members, newTerms, marketing],
];

/** Of those in which somebody could agree to what nobody can open or read to the end. */
const unreadable: Omit<Published, 'words' | 'links'> = {
  id: 11,
  title:
    '<a href="https://t.example/7">Terms</a> and <a href="https://elsewhere.example/8">More</a>',
};

/** How many answers the model numbers before the tenant publishes the next version. */
export const numbersOfAVersion = 6;

/** `number` grows with time: a later try meets a later version. */
export function publicConfiguration(number: number) {
  const version = Math.floor(number / numbersOfAVersion) % configurations.length;
  return { agreementEnabled: true, agreements: published(configurations[version] ?? [terms]) };
}

export function unreadableConfiguration() {
  return { agreementEnabled: true, agreements: published([unreadable]) };
}

function published(items: readonly Omit<Published, 'words' | 'links'>[]) {
  return items.map(({ id, title, required, availableAt }, order) => ({
    ...{ id, title, order, lang: 'zh-CN' },
    ...(required === undefined ? {} : { required }),
    ...(availableAt === undefined ? {} : { availableAt }),
  }));
}
