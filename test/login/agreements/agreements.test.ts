import { describe, expect, test } from '@jest/globals';
import type { GenauthAgreement } from '../../../miniprogram/login/brand';
import { readAgreements } from '../../../miniprogram/login/genauth/agreements';
import type { Lang } from '../../../miniprogram/login/lang';

/* Which agreements of GenAuth's configuration a login shows: all of them in full, or none. */

const link = (path: string, lang: unknown = 'zh-CN', id: unknown = path) => ({
  id,
  title: `同意<a href="https://harbor.example/${path}">《${path}》</a>`,
  lang,
});

interface Reading {
  readonly lang?: Lang;
  readonly mayRegister?: boolean;
  readonly domains?: readonly string[];
}

function read(
  agreements: unknown,
  { lang = 'zh-CN', mayRegister = true, domains = ['harbor.example'] }: Reading = {},
) {
  const data = { agreementEnabled: true, agreements };
  return readAgreements(data, lang, { businessDomains: domains }, mayRegister);
}

function shown(agreements: unknown, reading?: Reading): readonly GenauthAgreement[] {
  const answer = read(agreements, reading);
  if ('failure' in answer) throw new Error(answer.failure.message);
  return answer.agreements;
}

const idsOf = (agreements: unknown, reading?: Reading) =>
  shown(agreements, reading).map(({ id }) => id);

const missing = { failure: { code: 'agreements_missing' } };

describe('are in the language of the person', () => {
  test('where there are as many as in the fullest language', () => {
    const en = { lang: 'en' } as const;
    expect(idsOf([link('terms'), link('terms-en', 'en-US')], en)).toEqual(['terms-en']);
    expect(idsOf([link('terms'), link('privacy'), link('terms-en', 'en-US')], en)).toEqual([
      'terms',
      'privacy',
    ]);
  });

  test('optional ones do not make a language fuller', () => {
    const items = [link('terms'), { ...link('news'), required: false }, link('terms-en', 'en-US')];
    expect(idsOf(items, { lang: 'en' })).toEqual(['terms-en']);
    expect(idsOf(items)).toEqual(['terms', 'news']);
  });

  test.each([
    ['ja', ['zh-CN', 'ja-JP'], 'ja-JP'],
    ['ja', ['zh-CN', 'ja'], 'ja'],
    ['zh-TW', ['zh-CN', 'zh-TW'], 'zh-TW'],
    ['zh-TW', ['zh-CN', 'zh-HK'], 'zh-HK'],
    ['zh-TW', ['en-US', 'zh-CN'], 'zh-CN'],
    ['zh-CN', ['en-US', 'zh-Hans'], 'zh-Hans'],
    ['en', ['zh-CN', 'en-GB'], 'en-GB'],
    // Who reads Japanese more likely reads English than Chinese.
    ['ja', ['zh-CN', 'en-US'], 'en-US'],
    ['ja', ['fr-FR', 'zh-CN'], 'zh-CN'],
    ['zh-CN', ['fr-FR', 'en-US'], 'en-US'],
    ['ja', ['fr-FR'], 'fr-FR'],
  ] as const)('%s of %j is %s', (lang, tags, right) => {
    const items = tags.map((tag) => link(tag, tag, `t-${tag}`));
    expect(idsOf(items, { lang })).toEqual([`t-${right}`]);
  });

  test.each([
    ['zh-CN', 'zh-cn'],
    ['zh-CN', 'zh_CN'],
    ['zh-CN', 'zh-Hans'],
    ['fr-FR', 'fr-fr'],
  ])('nothing is left out where %s and %s are one language', (one, other) => {
    const items = [link('terms', one), link('privacy', other), link('en', 'en-US')];
    for (const lang of ['zh-CN', 'ja'] as const)
      expect(idsOf(items, { lang })).toEqual(['terms', 'privacy']);
  });

  test.each([[null], [undefined], [''], [7]])(
    'one without a language (%j) is for everybody',
    (none) => {
      const items = [link('terms'), { ...link('rules'), lang: none }, link('terms-en', 'en-US')];
      expect(idsOf(items)).toEqual(['terms', 'rules']);
      expect(idsOf(items, { lang: 'en' })).toEqual(['rules', 'terms-en']);
      expect(idsOf([{ ...link('rules'), lang: none }], { lang: 'ja' })).toEqual(['rules']);
    },
  );

  test('the same id may stand in each of them', () => {
    const items = [link('terms', 'zh-CN', 1), link('terms', 'en-US', 1)];
    expect(idsOf(items, { lang: 'en' })).toEqual(['1']);
  });

  test('in the order that GenAuth gives', () => {
    const items = [
      { ...link('b'), order: 2 },
      { ...link('a'), order: 1 },
      { ...link('c'), order: 'x' },
    ];
    expect(idsOf(items)).toEqual(['c', 'a', 'b']);
  });
});

describe('when', () => {
  const at = (availableAt: unknown, id: string) => ({ ...link(id), availableAt });
  const items = [
    at(0, 'zero'),
    at(null, 'null'),
    at(undefined, 'none'),
    at(1, 'login'),
    at(2, 'both'),
  ];

  test('those for registering and those for logging in, where the login may create an account', () => {
    expect(idsOf(items)).toEqual(['zero', 'null', 'none', 'login', 'both']);
  });

  test('not those for registering, where it signs in existing people only', () => {
    expect(idsOf(items, { mayRegister: false })).toEqual(['login', 'both']);
  });

  test.each([[3], ['0'], ['1'], [-1], [true], [{}], [0.5]])(
    '%j, which GenAuth does not have, is always',
    (availableAt) => {
      expect(idsOf([at(availableAt, 'odd')], { mayRegister: false })).toEqual(['odd']);
    },
  );

  test('a login for which nothing is left to agree to is none', () => {
    expect(read([at(0, 'zero')], { mayRegister: false })).toMatchObject(missing);
  });

  test('one that is not for this login cannot stop it', () => {
    const broken = { ...at(0, 'zero'), title: '<a' };
    expect(idsOf([broken, at(1, 'login')], { mayRegister: false })).toEqual(['login']);
    expect(read([broken, at(1, 'login')])).toMatchObject(missing);
  });

  test('the fullest language is that of what is shown', () => {
    const both = [at(0, 'zero'), at(1, 'login'), { ...at(1, 'login-en'), lang: 'en-US' }];
    expect(idsOf(both, { lang: 'en', mayRegister: false })).toEqual(['login-en']);
  });
});

describe('an optional one', () => {
  test('is marked, and only where GenAuth says so', () => {
    for (const [required, optional] of [
      [false, true],
      [true, false],
      [undefined, false],
      [null, false],
      ['false', false],
      [0, false],
    ])
      expect(shown([link('terms'), { ...link('x'), required }])[1]).toMatchObject({ optional });
  });

  test('is not enough: without one that is needed there is no login', () => {
    expect(read([{ ...link('news'), required: false }])).toMatchObject(missing);
  });
});

describe('fail closed', () => {
  test.each<[string, unknown]>([
    ['an id twice', [link('terms'), link('privacy', 'zh-CN', 'terms')]],
    ['an id of a number and of its text', [link('a', 'zh-CN', 7), link('b', 'zh-CN', '7')]],
    [
      'the id of the second link of another',
      [
        {
          id: 7,
          title:
            '<a href="https://harbor.example/1">A</a> <a href="https://harbor.example/2">B</a>',
        },
        link('c', 'zh-CN', '7-2'),
      ],
    ],
    ["a provider's id", [link('terms', 'zh-CN', 'provider-terms')]],
    ["WeChat's own id", [link('terms', 'zh-CN', 'wechat-privacy')]],
    ['an id of the sentence around the links', [link('terms', 'zh-CN', 'text-1')]],
    ['an id with a space', [link('terms', 'zh-CN', 'a b')]],
    ['an id with a quote', [link('terms', 'zh-CN', '"')]],
    ['an id that is too long', [link('terms', 'zh-CN', 'x'.repeat(65))]],
    ['an empty id', [link('terms', 'zh-CN', '')]],
    ['no id', [{ title: 'Terms', lang: 'zh-CN' }]],
    [
      'an id that is no number',
      [link('terms', 'zh-CN', Number.NaN)].map((one) => ({ ...one, id: 1.5 })),
    ],
    ['an id that is an object', [link('terms', 'zh-CN', {})]],
    ['no title', [{ id: 1, lang: 'zh-CN' }]],
    ['a title that is no text', [{ id: 1, title: 1 }]],
    ['nothing in the list', []],
    ['no list', null],
    ['a list that is an object', { 0: link('terms'), length: 1 }],
    ['something that is no agreement', [link('terms'), 'Terms']],
    ['nothing in the place of one', [link('terms'), null]],
    ['a title longer than anybody reads', [{ id: 1, title: 'x'.repeat(2_001) }]],
    ['more than anybody reads', Array.from({ length: 21 }, (_, index) => link(`t${index}`))],
    [
      'one that cannot be read among others',
      [link('terms'), { id: 2, title: '<a href="x">T</a>' }],
    ],
    [
      'one of another language that cannot be read',
      [link('terms'), { id: 2, title: '<', lang: 'en-US' }],
    ],
    [
      'one that is optional and cannot be read',
      [link('terms'), { id: 2, title: '<', required: false }],
    ],
  ])('%s', (_, agreements) => {
    expect(read(agreements)).toMatchObject(missing);
  });

  test.each([[false], [undefined], ['true'], [1], [null]])(
    'agreementEnabled is %j',
    (agreementEnabled) => {
      const data = { agreementEnabled, agreements: [link('terms')] };
      expect(readAgreements(data, 'en', { businessDomains: ['harbor.example'] })).toMatchObject(
        missing,
      );
    },
  );
});

describe('the developer of the app reads why', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => link(`t${index}`));
  test.each<[string, unknown]>([
    ['has no agreements', null],
    ['has more than 20 agreements', many(21)],
    ['has an agreement that cannot be read', [link('terms'), 'Terms']],
    ['has no agreement that this login needs', [{ ...link('news'), required: false }]],
    ['has an id twice', [link('terms'), link('privacy', 'zh-CN', 'terms')]],
  ])('%s', (what, agreements) => {
    const message = `GenAuth's public configuration ${what}`;
    expect(read(agreements)).toEqual({ failure: { code: 'agreements_missing', message } });
  });

  test('and not of twenty, nor in a language that comes last', () => {
    expect(shown(many(20))).toHaveLength(20);
    const items = [link('terms', 'fr-FR', 'fr'), link('terms', 'en-US', 'en')];
    expect(idsOf(items, { lang: 'ja' })).toEqual(['en']);
  });
});

describe('the version', () => {
  const versionOf = (title: string) => shown([{ id: 1, title }])[0]?.version;
  const a = (text: string, path = 'x') => `<a href="https://harbor.example/${path}">${text}</a>`;

  test('is another when anything of the title is', () => {
    const titles = [a('T'), a('T '), a('U'), a('T', 'y'), `${a('T')}.`, `<b>${a('T')}</b>`, 'T'];
    expect(new Set(titles.map(versionOf)).size).toBe(titles.length);
  });

  // http://www.isthe.com/chongo/tech/comp/fnv/: FNV-1a, 32 bits.
  test.each([
    ['a', 'e40c292c'],
    ['cfx', '0076912c'],
  ])('of %s is its FNV-1a, always eight digits', (title, version) => {
    expect(versionOf(title)).toBe(version);
  });

  test('covers the last character of the longest text', () => {
    const text = 'x'.repeat(499);
    expect(versionOf(`${text}y`)).not.toBe(versionOf(`${text}z`));
  });

  test('is the same for the same title', () => {
    expect(versionOf(a('T'))).toBe(versionOf(a('T')));
  });
});

describe('ids', () => {
  test('number the links of a title, and not its text', () => {
    const title = `同意${link('a').title}和${link('b').title}`;
    const [agreement] = shown([{ id: 1, title }]);
    const links = agreement?.parts.filter(({ url }) => url !== null) ?? [];
    expect(links.map(({ id }) => id)).toEqual(['1', '1-2']);
  });

  test.each(['wechat-privacy', 'text-1'])("%s is the screen's own", (id) => {
    expect(read([link('terms', 'zh-CN', id)])).toMatchObject(missing);
  });

  test.each(['wechat-privacy-policy', 'context-1'])('%s is not', (id) => {
    expect(idsOf([link('terms', 'zh-CN', id)])).toEqual([id]);
  });
});
