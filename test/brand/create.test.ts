import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { PNG } from 'pngjs';
import { compareBrands } from '../../scripts/brand/compare';
import { createBrand, standardAnswers, unaskedAnswers } from '../../scripts/brand/create';
import { placesToWrite } from '../../scripts/brand/pack/draft';
import { readBrand } from '../../scripts/brand/pack/pack';
import { unfinished } from '../../scripts/brand/pack/placeholders';
import { command } from '../../scripts/cli/brand';
import { runInProcess } from '../cli/in-process';
import { here, useCheckout } from './checkout';

let root: string;

useCheckout((made) => {
  root = made;
});

describe('a new brand', () => {
  test('starts safe: a session, encrypted, for the one app that was named', () => {
    const { pack } = createBrand(root, 'acme', {
      ...standardAnswers('acme'),
      mobileAppId: 'wx00000000000000aa',
    });
    expect(pack).toMatchObject({
      sealed: 'required',
      unknownCaller: 'refuse',
      clipboard: false,
      phone: 'required',
    });
    expect(pack.apps).toMatchObject([{ mobileAppId: 'wx00000000000000aa', returns: ['session'] }]);
  });

  test.each([
    '#e4007f',
    '#ffff00',
    '#000000',
    '#ffffff',
    '#00aaff',
    '#777777',
    '#07c160',
    '#ffc300',
  ])('of colour %s has that very colour, and can be read in light and dark', (colour) => {
    // readBrand refuses what has too little contrast.
    const { pack } = createBrand(root, 'acme', { ...standardAnswers('acme'), colour });
    expect(pack.look).toMatchObject({ light: { primary: colour }, dark: { primary: colour } });
  });

  test.each([[['ja']], [['zh-CN', 'zh-TW', 'en', 'ja']]] as const)(
    'in %j has everything in these languages',
    (languages) => {
      const { pack, texts } = createBrand(root, 'acme', {
        ...standardAnswers('acme'),
        languages,
        contact: 'help@acme.example',
      });
      expect(Object.keys(pack.appName)).toEqual(languages);
      expect(Object.keys(texts.get('terms') ?? {})).toEqual(languages);
    },
  );

  test('says what is still to be filled in, until it is', () => {
    const brand = createBrand(root, 'acme', standardAnswers('acme'));
    const files = ['terms', 'privacy'].flatMap((text) =>
      ['zh-CN', 'en'].map((lang) => `agreements/${text}.${lang}.txt`),
    );
    expect(unfinished(brand)).toEqual([
      'miniProgram.appId',
      'apps.0.mobileAppId',
      'apps.0.app',
      'logo.png',
      ...files,
    ]);
    expect(unfinished(readBrand(root, 'demo'))).toEqual([]);
  });

  test('names what nobody was asked for, until somebody gives it', () => {
    const unasked = unaskedAnswers('acme');
    const named = ['appName', 'operator', 'apps.0.connection'];
    const left = () => unfinished(readBrand(root, 'acme')).filter((place) => named.includes(place));
    createBrand(root, 'acme', unasked);
    expect(left()).toEqual(expect.arrayContaining(named));
    const file = join(root, 'brands/acme/brand.json');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/【(.+?)】/g, '$1'));
    expect(left()).toEqual(['apps.0.connection']);
    rmSync(join(root, 'brands/acme'), { recursive: true });
    const { appName, operator, connection } = standardAnswers('acme');
    createBrand(root, 'acme', { ...unasked, appName, operator, connection });
    expect(left()).toEqual([]);
  });

  test('has a logo that is still to be replaced, also where another tool has saved it', () => {
    createBrand(root, 'acme', standardAnswers('acme'));
    const file = join(root, 'brands/acme/logo.png');
    const logo = PNG.sync.read(readFileSync(file));
    writeFileSync(file, PNG.sync.write(logo));
    expect(unfinished(readBrand(root, 'acme'))).toContain('logo.png');
    logo.data.fill(0, 4 * 100, 4 * 100 + 3);
    writeFileSync(file, PNG.sync.write(logo));
    expect(unfinished(readBrand(root, 'acme'))).not.toContain('logo.png');
  });

  test('has its texts in each language, and the first where one is missing', () => {
    const appName = { 'zh-CN': '港湾', en: 'Harbor' };
    const languages = ['zh-CN', 'en', 'ja'] as const;
    const answers = {
      ...standardAnswers('acme'),
      languages,
      appName,
      operator: { en: 'Acme Ltd.' },
    };
    const { pack } = createBrand(root, 'acme', answers);
    expect(pack.appName).toEqual({ ...appName, ja: '港湾' });
    expect(pack.operator['zh-CN']).toBe('Acme Ltd.');
  });

  test.each(['zh-CN', 'zh-TW', 'en', 'ja'] as const)(
    'has drafts in %s that say what is still to be written, until all of it is',
    (lang) => {
      const { texts } = createBrand(root, 'acme', {
        ...standardAnswers('acme'),
        languages: [lang],
      });
      const place = join(root, `brands/acme/agreements/privacy.${lang}.txt`);
      const draft = texts.get('privacy')?.[lang] ?? '';
      expect(draft).toMatch(/OpenID.+UnionID/);
      expect(placesToWrite(draft)).toBeGreaterThanOrEqual(8);
      // All but one place written, and then that one too.
      writeFileSync(place, draft.replaceAll(/【[^】]*】/g, 'x').replace('x', '【To write: 1】'));
      expect(unfinished(readBrand(root, 'acme'))).toContain(`agreements/privacy.${lang}.txt`);
      writeFileSync(place, draft.replaceAll(/【[^】]*】/g, 'x'));
      expect(unfinished(readBrand(root, 'acme'))).not.toContain(`agreements/privacy.${lang}.txt`);
    },
  );

  test('takes a logo from the home folder, in the quotes of a file dropped on a terminal', () => {
    const logo = join(root, 'brands/demo/logo.png');
    for (const path of [`'${logo}'`, `~/${relative(homedir(), logo)}`]) {
      createBrand(root, 'acme', { ...standardAnswers('acme'), logo: path });
      expect(readFileSync(join(root, 'brands/acme/logo.png'))).toEqual(readFileSync(logo));
      rmSync(join(root, 'brands/acme'), { recursive: true });
    }
  });

  test('whose name is taken changes nothing', () => {
    const before = readFileSync(join(root, 'brands/demo/brand.json'), 'utf8');
    expect(() => createBrand(root, 'demo', standardAnswers('demo'))).toThrow(
      'brands/demo: is there already',
    );
    expect(readFileSync(join(root, 'brands/demo/brand.json'), 'utf8')).toBe(before);
  });

  test('that cannot be right leaves nothing behind', () => {
    const logo = join(root, 'brands/demo/brand.json');
    expect(() => createBrand(root, 'acme', { ...standardAnswers('acme'), logo })).toThrow(
      'cannot be read as a PNG picture',
    );
    expect(() =>
      createBrand(root, 'acme', { ...standardAnswers('acme'), logo: '/nowhere.png' }),
    ).toThrow('/nowhere.png cannot be read');
    expect(
      readdirSync(join(root, 'brands')).filter((name) => name.includes('new') || name === 'acme'),
    ).toEqual([]);
  });
});

test('what is different in a brand is told field by field, agreements included', () => {
  createBrand(root, 'acme', { ...standardAnswers('acme'), appName: 'Acme' });
  const lines = compareBrands(readBrand(root, 'demo'), readBrand(root, 'acme'));
  expect(lines).toContain('appName.en: "Harbor" -> "Acme"');
  expect(lines).toContain('sealed: "optional" -> "required"');
  expect(lines.join('\n')).toContain('agreementTexts.terms.en: ');
  expect(compareBrands(readBrand(root, 'demo'), readBrand(root, 'demo'))).toEqual([]);
});

describe('npm run brand', () => {
  /** Nobody's. */
  const name = 'never-made-by-a-test';
  const inProcess = (...args: string[]) => runInProcess(command, args, { BRAND: 'demo' });
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/cli/run.mjs', 'brand', ...args], {
      ...{ cwd: here, encoding: 'utf8' },
      env: { ...process.env, BRAND: 'demo' },
    });

  test('lists the brands and checks them all', async () => {
    expect(run('list').stdout).toMatch(/^\* demo$/m);
    const { code, stdout } = await inProcess('check');
    expect(code).toBe(0);
    for (const sample of ['demo', 'lumen', 'teahouse'])
      expect(stdout).toContain(`${sample} is right`);
  });

  test.each([
    [2, ['nobody'], 'brands/nobody/brand.json: not found. Brands here: '],
    [2, ['--brand', 'nobody'], 'brands/nobody/brand.json: not found. Brands here: '],
    [2, ['--brand'], "option '--brand <name>' argument missing"],
  ])('in a process ends with %d and the remedy in one line: %j', (exitCode, args, said) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(exitCode);
    expect(stderr).toContain(said);
  });

  test.each([
    [1, ['new', 'demo', '--yes'], 'brands/demo: is there already; choose another name'],
    [2, ['new', name, '--yes', '--app-id', 'wx1'], 'an AppID is expected'],
    [
      2,
      ['new', name, '--yes', '--languages', 'zh-CN,fr'],
      '"zh-CN", "zh-TW", "en" or "ja" is expected',
    ],
    [
      2,
      ['new', name, '--yes', '--app-name', 'fr=Port'],
      '"zh-CN", "zh-TW", "en" or "ja" is expected',
    ],
    [2, ['new', name, '--yes', '--operator', 'en='], 'must not be empty'],
    [2, ['new', name, '--yes', '--logo', '~/nobody.png'], '~/nobody.png cannot be read'],
    [1, ['new', name], 'In a script, add --yes'],
  ])('with %d and the remedy in one line is refused: %j', async (exitCode, args, said) => {
    const { code, stderr } = await inProcess(...args);
    expect(code).toBe(exitCode);
    expect(stderr).toContain(said);
    expect(existsSync(join(here, 'brands', name))).toBe(false);
  });
});
