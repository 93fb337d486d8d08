import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { composeProject } from '../../scripts/brand/compose';
import { extJsonOf } from '../../scripts/brand/ext';
import { generate } from '../../scripts/brand/generate';
import { readBrand } from '../../scripts/brand/pack/pack';
import { hasOwnCode } from '../../scripts/brand/subpackages';
import { examine } from '../../scripts/doctor/examine';
import { inLanguage } from '../../scripts/messages/say';
import { startOwnProgram } from '../../scripts/workbench/own-program';
import { here, useCheckout } from './checkout';

let root: string;

useCheckout((made) => {
  root = made;
});

function add(fields: object): void {
  const file = join(root, 'brands/demo/brand.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...fields }));
}

function write(path: string, text: string): void {
  const file = join(root, 'brands/demo/subpackages', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const problems = () =>
  inLanguage('en', () => {
    try {
      readBrand(root, 'demo');
      return '';
    } catch (error) {
      return String(error);
    }
  });

const told = (files: Readonly<Record<string, string>> = {}) =>
  inLanguage('en', () =>
    examine({
      brand: readBrand(root, 'demo'),
      files: new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
    }).map(({ level, what }) => `${level}: ${what}`),
  );

const events = { endpoint: 'https://count.harbor.example/login' };
const help = { root: 'help', pages: ['help'], requests: ['https://api.harbor.example'] };

describe('events', () => {
  const page = () =>
    generate(readBrand(root, 'demo')).get('miniprogram/brand/page.ts')?.toString() ?? '';

  test('are off, and nothing leads to their code, until the pack names an address', () => {
    expect(page()).toMatch(/edited by hand\.\nexport const ownMethods = \{\};\n$/);
    add({ events });
    expect(page()).toContain("import { countLogins } from '../wechat/events/funnel';");
    expect(page()).toContain('countLogins("https://count.harbor.example/login");');
    expect(hasOwnCode(readBrand(root, 'demo').pack)).toBe(true);
  });

  test.each(['http://a.example/x', 'https://10.0.0.1/x', '', null])(
    'to %j are refused',
    (endpoint) => {
      add({ events: { endpoint } });
      expect(problems()).toContain('events.endpoint: ');
    },
  );

  test('are known to the doctor: the domain, and what the privacy policy has to say', () => {
    add({ events });
    expect(told().filter((line) => line.includes('request domains'))[0]).toContain(
      'https://count.harbor.example',
    );
    expect(told().some((line) => line.startsWith('todo: say in your privacy policy'))).toBe(true);
  });
});

describe('pages of the tenant’s own', () => {
  beforeEach(() => {
    write('help/help.wxml', '<view>?</view>');
    write('help/help.js', 'Page({})');
    write('help/parts/line.wxss', '.a{}');
  });

  test('are in the brand’s project, and in no file of the checkout', () => {
    add({ subpackages: [help] });
    cpSync(join(here, 'miniprogram/app.json'), join(root, 'miniprogram/app.json'));
    writeFileSync(join(root, 'project.config.json'), '{}');
    const before = readFileSync(join(root, 'miniprogram/app.json'), 'utf8');
    const { folder } = composeProject(root, 'demo', join(root, 'out/composed'));
    const { pages, subPackages } = JSON.parse(
      readFileSync(join(folder, 'miniprogram/app.json'), 'utf8'),
    );
    expect(pages).toEqual(['pages/login/login']);
    expect(subPackages).toEqual([
      ...JSON.parse(before).subPackages,
      { root: 'own/help', pages: ['help'] },
    ]);
    for (const path of ['help.js', 'help.wxml', 'parts/line.wxss'])
      expect(readFileSync(join(folder, 'miniprogram/own/help', path), 'utf8')).not.toBe('');
    expect(readFileSync(join(root, 'miniprogram/app.json'), 'utf8')).toBe(before);
  });

  test('are shown as they are edited, and go with the brand', async () => {
    cpSync(join(here, 'miniprogram/app.json'), join(root, 'miniprogram/app.json'));
    writeFileSync(join(root, 'project.config.json'), '{}');
    const program = await startOwnProgram(root, () => undefined);
    try {
      const { folder } = await program.show('demo');
      const read = (path: string) => readFileSync(join(folder, 'miniprogram', path), 'utf8');
      expect(read('app.json')).not.toContain('own/help');
      add({ subpackages: [help] });
      await program.show('demo');
      expect(read('app.json')).toContain('own/help');
      write('help/help.wxml', '<view>!</view>');
      rmSync(join(root, 'brands/demo/subpackages/help/parts'), { recursive: true });
      await program.show('demo');
      expect(read('own/help/help.wxml')).toBe('<view>!</view>');
      expect(() => read('own/help/parts/line.wxss')).toThrow('ENOENT');
      add({ subpackages: undefined });
      await program.show('demo');
      expect(() => read('own/help/help.js')).toThrow('ENOENT');
      expect(read('app.json')).toBe(readFileSync(join(root, 'miniprogram/app.json'), 'utf8'));
    } finally {
      await program.close();
    }
  });

  test.each([
    [
      'without its template',
      () => rmSync(join(root, 'brands/demo/subpackages/help/help.wxml')),
      'subpackages.0.pages: subpackages/help/help has no .wxml',
    ],
    [
      'without its script',
      () => rmSync(join(root, 'brands/demo/subpackages/help/help.js')),
      'subpackages.0.pages: subpackages/help/help has no',
    ],
    [
      'without a folder',
      () => rmSync(join(root, 'brands/demo/subpackages'), { recursive: true }),
      'subpackages.0.root: there is no folder subpackages/help',
    ],
    [
      'with a link out of the pack',
      () =>
        symlinkSync(join(here, 'package.json'), join(root, 'brands/demo/subpackages/help/x.js')),
      'subpackages.0.root: x.js is a symbolic link',
    ],
    ['twice', () => add({ subpackages: [help, help] }), 'subpackages: two have the same root'],
    [
      'with a path out of the folder',
      () => add({ subpackages: [{ ...help, pages: ['../x'] }] }),
      'subpackages.0.pages.0: the path of a page',
    ],
  ])('%s are refused', (_, change, said) => {
    add({ subpackages: [help] });
    change();
    expect(problems()).toContain(said);
  });

  test('are known to the doctor: their domains, and what they have to declare', () => {
    add({ subpackages: [help] });
    const found = told({ 'own/help/help.js': 'wx.chooseImage({})' });
    expect(
      found.some(
        (line) => line.includes('request domains') && line.includes('https://api.harbor.example'),
      ),
    ).toBe(true);
    expect(found).toContain('todo: declare wx.chooseImage in the privacy guide (用户隐私保护指引)');
  });
});

test('a brand with code of its own is no ext_json: the program would be the template’s', () => {
  add({ events });
  expect(() => extJsonOf(readBrand(root, 'demo'), readBrand(here, 'platform'))).toThrow(
    /^events: /m,
  );
});
