/* The recipes of docs/architecture.md, each with the change that it is held to. */

/** A change of one file: what is replaced by what. */
export type Edit = readonly [path: string, from: string | RegExp, to: string];

export interface Change {
  readonly edits: readonly Edit[];
  /** All changes of a target are compiled together: it takes many seconds. */
  readonly targets: readonly Target[];
  /** What messages of it have. */
  readonly mark: RegExp;
  /** Its mark stands in messages of other changes too. */
  readonly isShared?: boolean;
}

/** The folder whose tsconfig.json a compilation has, and what it compiles in place of all of that. */
export interface Target {
  readonly folder: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** The tools, and the one test that is a step of a recipe; no other test has to compile. */
const tools: Target = {
  folder: 'test',
  include: ['../scripts', '../typings', './simulator/node/automator/conformance*'],
  exclude: ['../scripts/**/browser/**', '../scripts/probe/program'],
};
const phone: Target = { folder: 'scripts/simulator/browser', include: ['.'], exclude: [] };

interface Recipe {
  readonly title: string;
  /** Made in a copy, and taken back after the targets were compiled that see them. */
  readonly changes: readonly Change[];
  /** What the example is called, in each file that has a ◇. */
  readonly example: RegExp;
  /** Only the recipe's files know the example by this name, but for these, for a reason each. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** Files that the compiler names in place of a step's. */
  readonly instead?: Readonly<Record<string, string>>;
}

export const held: readonly Recipe[] = [
  {
    title: 'a wx API',
    changes: [],
    example: /\bgetNetworkType\b/,
    elsewhere: { 'scripts/simulator/APIS.md': 'generated' },
  },
  {
    title: 'a built-in component',
    // Known by its name alone, which is not typed.
    changes: [
      {
        edits: [['scripts/simulator/contract/builtins.ts', /^ {2}'rich-text'/m, "  'zzz-text'"]],
        targets: [tools],
        mark: /\b(?:rich|zzz)-text\b/,
      },
    ],
    example: /\brich-?text\b/i,
    elsewhere: {},
  },
  {
    title: 'a failure code',
    changes: [
      {
        edits: [
          [
            'miniprogram/login/failure.ts',
            /^ {2}unknown: row\(/m,
            "  zzzFailure: row('brand', 'never', 'support'),\n$&",
          ],
        ],
        targets: [tools],
        mark: /zzzFailure/,
      },
    ],
    example: /\bphone_quota\b/,
    elsewhere: { 'brands/brand.schema.json': 'generated', 'docs/flow.md': 'generated' },
    instead: { 'miniprogram/login/present/failure.ts': 'miniprogram/login/words/failure.ts' },
  },
  {
    title: 'a launch parameter',
    changes: [
      {
        edits: [
          [
            'miniprogram/login/launch/launch.ts',
            '  readonly nonce: string | null;',
            '$&\n  readonly zzzLaunch: string | null;',
          ],
        ],
        targets: [tools],
        mark: /zzzLaunch/,
      },
    ],
    example: /\bnonce\b/,
  },
  {
    title: 'a language',
    changes: [
      {
        edits: [
          [
            'miniprogram/login/lang.ts',
            /^ {2}\{ lang: 'ja'.*$/m,
            "$&\n  { lang: 'ko', genauth: 'ko-KR', nearest: 'en' },",
          ],
          ['miniprogram/login/words/translations.ts', "ja: '3' }", "ja: '3', ko: '4' }"],
          ['miniprogram/login/words/translations.ts', 'ja: string];', 'ja: string, ko: string];'],
        ],
        targets: [tools],
        mark: /\bko\b|\bTranslations\b/,
        isShared: true,
      },
    ],
    example: /\bja\b/,
  },
  {
    title: 'an automator method',
    changes: [
      {
        edits: [['scripts/simulator/contract/process.ts', '  windowProperties(', '  zzz(']],
        targets: [tools, phone],
        mark: /\bwindowProperties\b|\bzzz\b/,
      },
      {
        edits: [
          ['scripts/simulator/node/automator/methods/page.ts', "'Page.getWindow", "'Page.zzz"],
        ],
        targets: [tools],
        mark: /\bPage\.(?:getWindow|zzz)Properties\b/,
      },
    ],
    example: /\bgetWindowProperties\b/,
    elsewhere: {},
    instead: {
      'test/simulator/node/automator/conformance.browser.test.ts':
        'test/simulator/node/automator/conformance/program-rows.ts',
    },
  },
  {
    title: 'a brand field',
    changes: [
      {
        edits: [
          [
            'scripts/brand/pack/schema.ts',
            /^ {2}businessDomains: z/m,
            '  zzzBrand: z.boolean(),\n$&',
          ],
          [
            'miniprogram/login/brand.ts',
            '  readonly businessDomains:',
            '  readonly zzzBrand: boolean;\n$&',
          ],
        ],
        targets: [tools],
        mark: /zzzBrand/,
      },
    ],
    example: /\bbusinessDomains\b/,
  },
];
