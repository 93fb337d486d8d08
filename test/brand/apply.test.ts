import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { git } from '@mini-login/platform/git';
import { brand as generatedDemo } from '../../miniprogram/brand/index';
import { applyBrand, isBrandApplied } from '../../scripts/brand/apply';
import { choose, chosenBrand, previousBrand } from '../../scripts/brand/choice';
import { ensureBrand } from '../../scripts/brand/ensure';
import { programBrand } from '../../scripts/brand/generate';
import { readBrand } from '../../scripts/brand/pack/pack';
import { isApplied } from '../../scripts/brand/stamp';
import { writeAll } from '../../scripts/brand/write';
import { here, useCheckout } from './checkout';

let root: string;

useCheckout((made) => {
  root = made;
});

const generated = [
  'miniprogram/brand/index.ts',
  'miniprogram/brand/theme.wxss',
  'miniprogram/brand/theme.json',
  'miniprogram/brand/logo.png',
  'miniprogram/pages/agreement/brand/texts.ts',
  'project.private.config.json',
];

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const write = (path: string, text: string) => writeFileSync(join(root, path), text);

/** A brand of one's own: the demo under another name. */
function addBrand(name: string, edit: (json: string) => string = (json) => json): void {
  cpSync(join(root, 'brands/demo'), join(root, 'brands', name), { recursive: true });
  write(
    `brands/${name}/brand.json`,
    edit(read(`brands/${name}/brand.json`).replace('"sample": true,', '')),
  );
}

/** Everything on the disk but the brand's packs, with its content. */
function snapshot(folder = root): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), readFileSync(path, 'latin1')];
    }),
  );
}

describe('applying a brand', () => {
  test('makes every generated file, and nothing the second time', () => {
    addBrand('acme', (json) => json.replaceAll('港湾', '码头').replace('#111111', '#000000'));
    expect(applyBrand(root, 'acme').changed).toEqual(expect.arrayContaining(generated));
    expect(read('miniprogram/brand/index.ts')).toContain('码头');
    expect(JSON.parse(read('miniprogram/brand/theme.json')).dark).toMatchObject({
      navBackground: '#000000',
      navTextStyle: 'white',
    });
    expect(read('miniprogram/brand/theme.wxss')).toContain('--primary: #0b6478;');
    expect(applyBrand(root, 'acme').changed).toEqual([]);
  });

  test('gives the program what the pack says, texts included', () => {
    expect(generatedDemo).toEqual(programBrand(readBrand(here, 'demo').pack));
  });

  test("keeps the developer's own settings of WeChat DevTools next to the AppID", () => {
    write(
      'project.private.config.json',
      '{"setting":{"urlCheck":false},"appid":"wxffffffffffffffff"}',
    );
    applyBrand(root, 'demo');
    expect(JSON.parse(read('project.private.config.json'))).toEqual({
      setting: { urlCheck: false },
      appid: 'wx0123456789abcdef',
      projectname: 'harbor-login',
    });
  });

  test('takes away what an earlier brand left in the generated folders', () => {
    applyBrand(root, 'demo');
    write('miniprogram/brand/old.png', 'x');
    applyBrand(root, 'demo');
    expect(existsSync(join(root, 'miniprogram/brand/old.png'))).toBe(false);
  });

  test('writes nothing when the pack is wrong', () => {
    applyBrand(root, 'demo');
    const before = snapshot();
    addBrand('acme', (json) => json.replace('#0b6478', 'teal'));
    const after = () =>
      Object.fromEntries(
        Object.entries(snapshot()).filter(([path]) => !path.startsWith('brands/acme')),
      );
    expect(() => applyBrand(root, 'acme')).toThrow('a colour as #rrggbb is expected');
    expect(after()).toEqual(before);
  });

  test('puts everything back when one file cannot be written', () => {
    applyBrand(root, 'demo');
    const before = snapshot(join(root, 'miniprogram'));
    const changes = new Map([
      ['miniprogram/brand/index.ts', Buffer.from('new')],
      ['miniprogram/brand/fresh.ts', Buffer.from('new')],
      ['miniprogram/brand/logo.png', null],
      // A file stands where a folder is needed.
      ['miniprogram/brand/theme.json/below.ts', Buffer.from('new')],
    ]);
    expect(() => writeAll(root, changes)).toThrow();
    expect(snapshot(join(root, 'miniprogram'))).toEqual(before);
    expect(readdirSync(join(root, 'out'))).toEqual(['brand.json']);
  });

  test('never follows a symbolic link out of its folders', () => {
    const outside = join(root, 'outside');
    mkdirSync(outside);
    mkdirSync(join(root, 'miniprogram'), { recursive: true });
    symlinkSync(outside, join(root, 'miniprogram/brand'));
    expect(() => applyBrand(root, 'demo')).toThrow('miniprogram/brand: is a symbolic link');
    expect(readdirSync(outside)).toEqual([]);
  });

  test('tells a private config that is no JSON, and leaves it', () => {
    write('project.private.config.json', '{');
    expect(() => applyBrand(root, 'demo')).toThrow(
      'project.private.config.json: is not JSON; WeChat DevTools writes it',
    );
    expect(read('project.private.config.json')).toBe('{');
  });
});

describe('what every command does first', () => {
  test('makes the generated files of a fresh checkout', async () => {
    expect(await ensureBrand(root, 'demo')).toEqual([]);
    for (const path of generated) expect(existsSync(join(root, path))).toBe(true);
  });

  test.each([
    ['a generated file is gone', () => rmSync(join(root, 'miniprogram/brand/logo.png'))],
    [
      'a generated file was edited',
      () => write('miniprogram/brand/index.ts', '// edited by hand\n'),
    ],
    ['the pack has changed', () => write('brands/demo/agreements/terms.en.txt', 'New terms')],
    [
      "the program's words have changed",
      () => write('miniprogram/login/words/index.ts', '// changed\n'),
    ],
  ])('applies again when %s', async (_, happens) => {
    await ensureBrand(root, 'demo');
    expect(isApplied(root, 'demo')).toBe(true);
    happens();
    expect(isApplied(root, 'demo')).toBe(false);
    await ensureBrand(root, 'demo');
    expect(isBrandApplied(root, readBrand(root, 'demo'))).toBe(true);
    expect(isApplied(root, 'demo')).toBe(true);
  });

  test('says what is wrong with a pack', async () => {
    addBrand('acme', (json) => json.replace('#0b6478', 'teal'));
    expect((await ensureBrand(root, 'acme')).join()).toContain(
      'brands/acme/brand.json: look.light.primary: a colour',
    );
  });
});

describe('which brand applies', () => {
  test('the demo where there is no other', () => {
    expect(chosenBrand(root, {})).toBe('demo');
  });

  test("the only brand of one's own, in a fresh clone too", () => {
    addBrand('acme');
    expect(chosenBrand(root, {})).toBe('acme');
  });

  test('the one chosen here, among several', () => {
    for (const name of ['acme', 'bravo']) addBrand(name);
    expect(chosenBrand(root, {})).toBe('demo');
    choose(root, 'bravo');
    expect(chosenBrand(root, {})).toBe('bravo');
  });

  test('the one that the environment names, before all others', () => {
    addBrand('acme');
    expect(chosenBrand(root, { BRAND: 'demo' })).toBe('demo');
  });

  test('undone: the one before, and once more: back again', () => {
    for (const name of ['acme', 'bravo']) addBrand(name);
    choose(root, 'acme');
    choose(root, 'bravo');
    expect(previousBrand(root)).toBe('acme');
    choose(root, 'acme');
    expect(chosenBrand(root, {})).toBe('acme');
    expect(previousBrand(root)).toBe('bravo');
  });

  test('undone after the first time: the brand that was there before, or the demo', () => {
    addBrand('acme');
    choose(root, 'acme');
    expect(previousBrand(root)).toBe('demo');
    rmSync(join(root, 'brands/.chosen.json'));
    addBrand('bravo');
    choose(root, 'acme', 'bravo');
    expect(previousBrand(root)).toBe('bravo');
  });

  test('git follows neither the choice nor what applying writes', () => {
    const ignored = [...generated, 'brands/.chosen.json'];
    const said = git(here, ['check-ignore', ...ignored]);
    expect(said.trim().split('\n').sort()).toEqual(ignored.sort());
  });
});
