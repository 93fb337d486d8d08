import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withSlashes } from '@mini-login/platform/paths';
import { Layout } from '../../../../../scripts/simulator/node/compile/layout';
import { SourceCache } from '../../../../../scripts/simulator/node/compile/source-cache';
import {
  type TemplateOutput,
  Templates,
} from '../../../../../scripts/simulator/node/compile/wxml/templates';
import { project } from '../project';
import { ourTemplates } from './our-tree';
import { randomData } from './random-data';
import { type Data, filesOfCase } from './template-cases/case';
import { BROKEN, DIFFERENT, TOO_KIND } from './template-cases/differences';
import { STRUCTURE } from './template-cases/structure';
import { VALUES } from './template-cases/values';
import { written } from './template-tree';
import { weChatCompilers, whyNone } from './wechat-compilers';
import { weChatTree } from './wechat-tree';

/*
 * Each template of our own, of Vant's and of a torture chamber, through WeChat's own compiler and
 * through the simulator's. Vant's and our own get random data, which is then set to other data:
 * glass-easel changes its tree, WeChat's runtime makes a new one.
 */

const root = join(import.meta.dirname, '../../../../..');
const FIXTURES = [
  'automator',
  'components',
  'lifecycle',
  'notes',
  'phone',
  'touches',
  'vant',
  'vant-rest',
  'view',
];
const PROGRAMS = [
  'miniprogram',
  'node_modules/@vant/weapp/lib',
  ...FIXTURES.map((name) => `test/simulator/fixtures/${name}/miniprogram`),
];
const SEEDS = [0, 1, 2];
const SAME = [...VALUES, ...STRUCTURE];

const reason = whyNone();
const when = reason === null ? describe : describe.skip;

when(`WeChat's compiler of templates${reason === null ? '' : ` (${reason})`}`, () => {
  const wechat = weChatCompilers();
  const one = project();
  afterAll(() => {
    one.dispose();
    wechat.dispose();
  });

  test.each(PROGRAMS)('every template of %s makes the same tree', async (folder) => {
    const files = filesOf(folder);
    const paths = files.filter((file) => file.endsWith('.wxml')).map(pathOf);
    expect(paths.length).toBeGreaterThan(0);
    const theirs = wechat.templates(join(root, folder), files);
    const ours = ourTemplates((await compiled(root, folder, paths)).code);
    for (const path of paths) {
      const source = readFileSync(join(root, folder, `${path}.wxml`), 'utf8');
      for (const seed of SEEDS) {
        const [data, next] = [
          dataFor(path, source, seed),
          dataFor(path, source, seed + SEEDS.length),
        ];
        const page = ours(path, data);
        const seen = { path, seed, tree: page.tree() };
        expect(seen).toEqual({ path, seed, tree: weChatTree(theirs.tree(`${path}.wxml`, data)) });
        page.setData(next);
        expect({ path, seed, next: page.tree() }).toEqual({
          path,
          seed,
          next: weChatTree(theirs.tree(`${path}.wxml`, next)),
        });
      }
    }
  });

  test('each screen of the login makes the same tree', async () => {
    const files = filesOf('miniprogram');
    const screens = files.filter((file) => file.includes('/screens/'));
    const names = screens.flatMap((file) =>
      [
        ...readFileSync(join(root, 'miniprogram', file), 'utf8').matchAll(
          /<template name="([\w-]+)"/g,
        ),
      ].map(([, name]) => name),
    );
    expect(names.length).toBeGreaterThan(4);
    const source = screens
      .map((file) => readFileSync(join(root, 'miniprogram', file), 'utf8'))
      .join('');
    const theirs = wechat.templates(join(root, 'miniprogram'), files);
    const page = ourTemplates((await compiled(root, 'miniprogram', ['pages/login/login'])).code)(
      'pages/login/login',
      {},
    );
    for (const [seed, screen] of names.entries()) {
      const { view: _, ...rest } = randomData(source, seed);
      const data = { ...rest, view: { ...rest, screen } };
      page.setData(data);
      expect({ screen, tree: page.tree() }).toEqual({
        screen,
        tree: weChatTree(theirs.tree('pages/login/login.wxml', data)),
      });
    }
  });

  describe('of what stands here', () => {
    const cases = [...SAME.map(([, wxml]) => wxml), ...DIFFERENT.map(([, wxml]) => wxml)];
    const pages: {
      ours(data: Data): { tree(): string; setData(next: Data): void };
      theirs(data: Data): string;
    }[] = [];

    beforeAll(async () => {
      const files = cases.flatMap((wxml, index) =>
        Object.entries(filesOfCase(wxml)).map(
          ([file, text]) => [`${index}/${file}`, text] as const,
        ),
      );
      one.write(Object.fromEntries(files.map(([file, text]) => [`src/${file}`, text])));
      const theirs = wechat.templates(
        join(one.dir, 'src'),
        files.map(([file]) => file),
      );
      const { code, errors } = await compiled(
        one.dir,
        'src',
        cases.map((_, index) => `${index}/a`),
      );
      // A file that is missing is loud here, and stops neither compiler.
      expect(errors.filter(({ level }) => level === undefined)).toEqual([]);
      const ours = ourTemplates(code);
      for (const index of cases.keys()) {
        pages.push({
          ours(data) {
            const page = ours(`${index}/a`, data);
            return { tree: () => written(page.tree()), setData: page.setData };
          },
          theirs: (data) => written(weChatTree(theirs.tree(`${index}/a.wxml`, data))),
        });
      }
    });

    test.each(SAME.map((each, index) => [each[0], index, each[2] ?? {}, each[3]] as const))(
      '%s: the same tree',
      (_what, index, data, next) => {
        const [page, theirs] = [pages[index]?.ours(data), pages[index]?.theirs];
        expect(page?.tree()).toBe(theirs?.(data));
        if (!next) return;
        const whole = {
          ...Object.fromEntries(Object.keys(data).map((name) => [name, undefined])),
          ...next,
        };
        page?.setData(whole);
        expect(page?.tree()).toBe(theirs?.(whole));
      },
    );

    test.each(
      DIFFERENT.map(
        (each, index) => [each[0], SAME.length + index, each[2], each[3], each[4]] as const,
      ),
    )('another tree, because %s', (_because, index, data, ours, theirs) => {
      expect(pages[index]?.ours(data).tree()).toBe(ours);
      expect(pages[index]?.theirs(data)).toBe(theirs);
    });
  });
});

when("What stops WeChat's compiler of templates", () => {
  const wechat = weChatCompilers();
  const one = project();
  afterAll(() => {
    one.dispose();
    wechat.dispose();
  });

  const wechatTakes = (wxml: string) => {
    one.write({ 'src/broken/a.wxml': wxml });
    try {
      wechat.templates(join(one.dir, 'src/broken'), ['a.wxml']);
      return true;
    } catch (error) {
      expect(String(error)).toMatch(/a\.wxml:\d+/);
      return false;
    }
  };
  const ourErrors = async () => (await compiled(one.dir, 'src', ['broken/a'])).errors;

  test.each(TOO_KIND)('%s stops WeChat (%s)', async (wxml, _because, says) => {
    expect(wechatTakes(wxml)).toBe(false);
    const messages = (await ourErrors()).map(({ level, message }) => ({ level, message }));
    expect(messages).toEqual(
      says === null ? [] : [{ level: 'warning', message: expect.stringContaining(says) }],
    );
  });

  test.each(BROKEN)('%s stops both', async (wxml) => {
    expect(wechatTakes(wxml)).toBe(false);
    expect(await ourErrors()).toContainEqual(expect.not.objectContaining({ level: 'warning' }));
  });
});

/**
 * Dates that Vant's WXS loops over, with others for ever; and the name of a template, which the
 * next test gives.
 */
const GIVEN: Readonly<Record<string, Data>> = {
  'pages/login/login': { view: { screen: 'blank' } },
  'calendar/index': { minDate: 0, maxDate: 1e10 },
  'calendar/calendar': { minDate: 0, maxDate: 1e10 },
  'calendar/components/month/index': { date: 0 },
};

function dataFor(path: string, source: string, seed: number): Data {
  return { ...randomData(source, seed), ...GIVEN[path] };
}

function compiled(dir: string, folder: string, paths: readonly string[]): Promise<TemplateOutput> {
  return new Templates(new Layout(dir, folder), new SourceCache()).compile(paths);
}

function filesOf(folder: string): string[] {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => /\.(?:wxml|wxs)$/.test(path)).map((path) => withSlashes(path));
}

function pathOf(file: string): string {
  return file.slice(0, -'.wxml'.length);
}
