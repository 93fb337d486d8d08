import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { withSlashes } from '@mini-login/platform/paths';
import { wxssValueToCss } from '../../../../../scripts/simulator/contract/wxss-value';
import { Layout } from '../../../../../scripts/simulator/node/compile/layout';
import { SourceCache } from '../../../../../scripts/simulator/node/compile/source-cache';
import { compileStyle } from '../../../../../scripts/simulator/node/compile/wxss';
import { project } from '../project';
import { asWeChatWrites, linesOf, pixels } from './css-rules';
import { type Screen, weChatCompilers, whyNone } from './wechat-compilers';

/* Each style sheet of our own, of Vant's and of a torture chamber, through WeChat's own compiler and through the simulator's. */

const root = join(import.meta.dirname, '../../../../..');
const PROGRAMS = [
  'miniprogram',
  'node_modules/@vant/weapp/lib',
  'test/simulator/fixtures/styles/miniprogram',
];
const ANDROID: Screen = { width: 375, isIPhone: false };

const SCOPE = 'c0';

interface Difference {
  readonly because: string;
  /** Lines that only we have, or only WeChat has. */
  readonly ours?: RegExp;
  readonly wechats?: RegExp;
  readonly in: readonly string[];
}

/** A line that differs otherwise fails, and so does an entry that isn't true any more. */
const DIFFERENCES: readonly Difference[] = [
  {
    because: ':host is younger than this binary, which leaves the rule out',
    ours: /^\[wx-host="c0"\] \|/,
    in: [
      'goods-action-button/index.wxss',
      'icon/index.wxss',
      'loading/index.wxss',
      'tab/index.wxss',
      'tabbar-item/index.wxss',
    ],
  },
  {
    because:
      "Vant's icon font lies on a server; the simulator opens no connections and takes it from a package",
    ours: /^@font-face \| src: url\("data:font\/woff2/,
    wechats: /^@font-face \| src: url\(\/\/at\.alicdn\.com/,
    in: ['icon/index.wxss'],
  },
  {
    because: 'this binary forgets the prefix of a class that follows a pseudo-class',
    ours: /:empty\.c0--van-stepper/,
    wechats: /:empty\.van-stepper/,
    in: ['stepper/index.wxss'],
  },
];

const YOUNGER = 'CSS that is younger than this binary: the browser decides';

/** What this binary, of 2019, stops at, and the simulator passes on. */
const TOO_KIND: readonly (readonly [wxss: string, because: string])[] = [
  ['* { top: 1px }', 'foreign programs have it, so DevTools must take it by now'],
  ['.a >>> .b { top: 1px }', 'as above: a space'],
  ['.a ~ .b ~ .c { top: 1px }', YOUNGER],
  ['.a:is(.b, view) { top: 1px }', YOUNGER],
  ['.a:nth-child(2 of .b) { top: 1px }', YOUNGER],
  ['.a\\:b { top: 1px }', YOUNGER],
  ['@layer a { .b { top: 1px } }', YOUNGER],
  ['@container (width > 1px) { .b { top: 1px } }', YOUNGER],
  ['.a { .b { top: 1px } }', YOUNGER],
  ['.a { top: 1px;; }', 'harmless'],
];

const PASSED_OVER: readonly (readonly [wxss: string, says: string, left: readonly string[]])[] = [
  ['.a { top: 1px } /* no end', 'Unclosed comment', ['.a | top: 1px']],
  ['.a { top; left: 1px }', 'Unknown word top', ['.a | left: 1px']],
  ['.a { // top\n top: 1px; left: 1px }', 'Unknown word top', ['.a | left: 1px']],
  [':root .a, .b :root { top: 1px }', 'WXSS has no ":root": write page', ['.a,.b | top: 1px']],
  [':root { --a: 1px }', 'WXSS has no ":root": write page', [':not(*) | --a: 1px']],
  [':root > .a { top: 1px }', 'WXSS has no ":root": write page', [':not(*)>.a | top: 1px']],
  [
    '// a\n.b { top: 1px }',
    'WXSS has no "//" comments: the rule below one selects nothing',
    ['wx-a .b | top: 1px'],
  ],
];

const BROKEN = [
  '.a { top: 1px',
  'a b',
  '<!-- .a { top: 1px } -->',
  '.a { background: url(a.png }',
  '.a { content: "}',
  '@import "./none.wxss";',
  "// it's\n.a { top: 1px }",
  '.a { "x" }',
  '.a:hover:: { top: 0 }',
  '@media {',
];

const reason = whyNone();
const when = reason === null ? describe : describe.skip;

when(`WeChat's compiler of styles${reason === null ? '' : ` (${reason})`}`, () => {
  const wechat = weChatCompilers();
  afterAll(() => wechat.dispose());

  const sources = new SourceCache();

  function both(folder: string, file: string, all: readonly string[]) {
    const { css, errors } = compileStyle(
      join(root, folder, file),
      SCOPE,
      new Layout(root, folder),
      sources,
    );
    const imports = importsOf(folder, file, all);
    const theirs = wechat.style({
      folder: join(root, folder),
      file,
      imports,
      prefix: `${SCOPE}--`,
    })(ANDROID);
    return { errors, ours: linesOf(asWeChatWrites(css, ANDROID)), theirs: linesOf(theirs) };
  }

  test.each(PROGRAMS)('every sheet of %s means the same', (folder) => {
    const all = sheetsOf(folder);
    expect(all.length).toBeGreaterThan(3);
    for (const file of all) {
      const { errors, ours, theirs } = both(folder, file, all);
      const known = DIFFERENCES.filter((difference) => difference.in.includes(file));
      const [added, missing] = [
        known.flatMap((one) => one.ours ?? []),
        known.flatMap((one) => one.wechats ?? []),
      ];
      expect({ file, errors, lines: without(added, ours) }).toEqual({
        file,
        errors: [],
        lines: without(missing, theirs),
      });
      for (const pattern of added) expect(ours).toContainEqual(expect.stringMatching(pattern));
      for (const pattern of missing) expect(theirs).toContainEqual(expect.stringMatching(pattern));
    }
  });

  test('each known difference is of a sheet that is there', () => {
    expect(PROGRAMS.flatMap(sheetsOf)).toEqual(
      expect.arrayContaining(DIFFERENCES.flatMap((difference) => difference.in)),
    );
  });

  test('rpx are as many px on screens of any width', () => {
    const lengths = Array.from({ length: 1500 }, (_, index) => [
      `${index}rpx`,
      `-${index}rpx`,
      `${index / 10}rpx`,
    ]).flat();
    const declarations = lengths.map((length) => `top:${length}`).join(';');
    const one = project({ 'src/a.wxss': `.a{${declarations}}` });
    const px = (css: string) => css.match(/[-.\d]+px/g);
    try {
      const theirs = wechat.style({
        folder: join(one.dir, 'src'),
        file: 'a.wxss',
        imports: [],
        prefix: '',
      });
      const ours = wxssValueToCss(declarations);
      for (const width of [320, 360, 375, 390, 393, 412, 414, 428, 430, 768]) {
        for (const screen of [
          { width, isIPhone: false },
          { width, isIPhone: true },
        ]) {
          expect({ screen, px: px(pixels(ours, screen)) }).toEqual({
            screen,
            px: px(theirs(screen)),
          });
        }
      }
    } finally {
      one.dispose();
    }
  });

  const one = project();
  afterAll(() => one.dispose());
  const wechatTakes = (wxss: string) => {
    one.write({ 'src/a.wxss': wxss });
    try {
      return (
        wechat.style({ folder: join(one.dir, 'src'), file: 'a.wxss', imports: [], prefix: '' })(
          ANDROID,
        ) !== ''
      );
    } catch (error) {
      expect(String(error)).toMatch(/^Error: ERR: /);
      return false;
    }
  };
  const ours = (wxss: string) => {
    one.write({ 'src/a.wxss': wxss });
    return compileStyle(
      join(one.dir, 'src/a.wxss'),
      '',
      new Layout(one.dir, 'src'),
      new SourceCache(),
    );
  };

  test.each(TOO_KIND)('%s stops WeChat (%s)', (wxss) => {
    expect(wechatTakes(wxss)).toBe(false);
    expect(ours(wxss).errors).toEqual([]);
  });

  test.each(PASSED_OVER)(
    '%s is passed over by both, and the simulator says so',
    (wxss, says, left) => {
      expect(wechatTakes(wxss)).toBe(true);
      const { css, errors } = ours(wxss);
      expect(errors).toEqual([
        expect.objectContaining({
          level: 'warning',
          kind: 'wxss',
          file: 'src/a.wxss',
          line: 1,
          message: says,
        }),
      ]);
      expect(linesOf(css)).toEqual(left);
    },
  );

  test.each(BROKEN)('%s stops both', (wxss) => {
    expect(wechatTakes(wxss)).toBe(false);
    expect(ours(wxss).errors).toEqual([expect.not.objectContaining({ level: 'warning' })]);
  });
});

function sheetsOf(folder: string): string[] {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return paths
    .filter((path) => path.endsWith('.wxss'))
    .map((path) => withSlashes(path))
    .sort();
}

/** The sheets that it reaches: its compiler reads whatever it is given, each time. */
function importsOf(folder: string, file: string, all: readonly string[]): readonly string[] {
  const reached = new Set([file]);
  for (const one of reached) {
    const source = readFileSync(join(root, folder, one), 'utf8');
    for (const [, path = ''] of source.matchAll(/@import\s+(?:url\()?["']?([^"')\s;]+)/g)) {
      const found = posix.join(path.startsWith('/') ? '' : posix.dirname(one), path);
      const name = found.replace(/^\//, '');
      for (const each of [name, `${name}.wxss`]) if (all.includes(each)) reached.add(each);
    }
  }
  reached.delete(file);
  return [...reached];
}

function without(patterns: readonly RegExp[], lines: readonly string[]): string[] {
  return lines.filter((line) => !patterns.some((pattern) => pattern.test(line)));
}
