import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { transformSync } from '@swc/core';
import { PNG } from 'pngjs';
import { applyBrand } from '../../scripts/brand/apply';
import { BrandError } from '../../scripts/brand/pack/pack';
import { useCheckout } from './checkout';

/** Packs that somebody made to break the tool, the program or the machine. */

let root: string;

useCheckout((made) => {
  root = made;
});

const packFile = (path: string) => join(root, 'brands/demo', path);

function edit(change: (json: string) => string): void {
  writeFileSync(packFile('brand.json'), change(readFileSync(packFile('brand.json'), 'utf8')));
}

function refusal(name = 'demo'): string {
  try {
    applyBrand(root, name);
  } catch (error) {
    if (error instanceof BrandError) return error.problems.join('\n');
    throw error;
  }
  return '';
}

/** Every path on the disk. */
const paths = () =>
  readdirSync(root, { recursive: true })
    .map(String)
    .filter((path) => !path.startsWith('brands/demo'))
    .sort();

describe('carried through as text', () => {
  const texts = [
    `"'\\\``,
    `{{appName}} {app} \${process.exit(1)}`,
    '</script><script>alert(1)</script>',
    "*/ page{display:none} /* @import 'https://evil.example/x';",
    '// \\u0022 \\n ]}; export const brand = null;',
    '$& $1 %s 💥 מילה',
  ];

  test.each(texts)('%s in a name', (text) => {
    edit((json) => json.replaceAll('"Harbor"', () => JSON.stringify(text)));
    expect(refusal()).toBe('');
    const { brand } = runModule('miniprogram/brand/index.ts');
    expect(brand).toMatchObject({ appName: { en: text, 'zh-CN': '港湾' } });
    expect(readFileSync(join(root, 'miniprogram/brand/theme.wxss'), 'utf8')).not.toContain(text);
  });

  // HTML is refused there, for people would read its tags.
  const plain = texts.filter((text) => !text.includes('<script>'));

  test.each(plain)('%s in an agreement', (text) => {
    writeFileSync(packFile('agreements/terms.en.txt'), text);
    expect(refusal()).toBe('');
    expect(runModule('miniprogram/pages/agreement/brand/texts.ts')).toMatchObject({
      texts: { terms: { en: text } },
    });
  });

  /** What the file exports when it runs by itself. */
  function runModule(path: string): Readonly<Record<string, unknown>> {
    const source = readFileSync(join(root, path), 'utf8');
    const { code } = transformSync(source, {
      jsc: { parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    const print = 'process.stdout.write(JSON.stringify(exports))';
    const ran = execFileSync(process.execPath, ['-e', `const exports = {}; ${code}; ${print}`], {
      encoding: 'utf8',
    });
    return JSON.parse(ran);
  }
});

describe('refused by name', () => {
  test.each([
    ['a line break', 'a\\nb', 'appName.en: must be one line'],
    ['a control character', 'a\\u0007b', 'appName.en: must be one line'],
    ['a turn of the reading direction', 'a\\u202eb', 'appName.en: must be one line'],
    ['a very long text', 'x'.repeat(1_000), 'appName.en: has more than 60 characters'],
  ])('%s in a name', (_, text, said) => {
    edit((json) => json.replaceAll('"Harbor"', `"${text}"`));
    expect(refusal()).toContain(said);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('%s as a key, wherever it stands', (key) => {
    edit((json) => json.replace('"words": {}', `"words": {"en": {"${key}": "x"}}`));
    expect(refusal()).toContain(`brands/demo/brand.json: ${key}: is no field`);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  test('a megabyte of brand.json, and of an agreement', () => {
    writeFileSync(packFile('agreements/terms.en.txt'), 'x'.repeat(1 << 20));
    expect(refusal()).toContain(
      'agreements/terms.en.txt has 1048576 bytes; at most 131072 are allowed',
    );
    edit((json) =>
      json.replace('"words": {}', `"words": {"en": {"login.heading": "${'x'.repeat(1 << 20)}"}}`),
    );
    expect(refusal()).toMatch(/brand\.json has \d+ bytes; at most 262144 are allowed/);
  });

  test.each(['../../../etc/passwd', '..', 'a/b', '/etc/passwd', 'x\\u0000'])(
    '%s as the name of a file',
    (name) => {
      edit((json) =>
        json
          .replace('"textFile": "terms"', `"textFile": "${name}"`)
          .replace('"logo.png"', `"${name}.png"`),
      );
      expect(refusal()).toContain('logo: the name of a file in the brand folder is expected');
      expect(refusal()).toContain('agreements.items.0.content');
    },
  );

  test.each(['..', '../demo', 'a/b', 'Demo', '-x', '', '.hidden', '/etc'])(
    '%j as the name of a brand',
    (name) => {
      expect(refusal(name)).toContain('a brand\'s name is lower case letters, digits and "-"');
    },
  );

  test.each(['new', 'check', 'undo'])(
    "%s as the name of a brand, which is the command's",
    (name) => {
      expect(refusal(name)).toContain('is a word of npm run brand');
    },
  );

  test.each(['logo.png', 'agreements/terms.en.txt', 'agreements', 'brand.json'])(
    'a symbolic link as %s',
    (path) => {
      renameSync(packFile(path), join(root, 'elsewhere'));
      symlinkSync(join(root, 'elsewhere'), packFile(path));
      expect(refusal()).toContain(`${path} is a symbolic link`);
    },
  );

  test('a symbolic link as the pack itself', () => {
    symlinkSync(join(root, 'brands/demo'), join(root, 'brands/linked'));
    expect(refusal('linked')).toContain('brands/linked: is a symbolic link');
  });

  test('a folder where a file is expected', () => {
    rmSync(packFile('logo.png'));
    mkdirSync(packFile('logo.png'));
    expect(refusal()).toContain('logo.png is no file');
  });

  test.each([
    [
      'a JPEG by another name',
      () => Buffer.from('\xff\xd8\xff\xe0 jfif', 'latin1'),
      'cannot be read as a PNG picture (it is a JPEG)',
    ],
    [
      'a picture that claims gigabytes',
      () => withSize(pngOf(200, 200), 60_000),
      'at most 1024 px are allowed',
    ],
    ['a picture cut off', () => pngOf(200, 200).subarray(0, 60), 'is a damaged PNG picture'],
    ['a picture that is not square', () => pngOf(200, 150), 'is 200 x 150 px; it must be square'],
    ['a wide picture', () => pngOf(1200, 150), 'is 1200 x 150 px; at most 1024 px are allowed'],
    ['a GIF by another name', () => Buffer.from('GIF89a 12345'), '(it is a GIF)'],
    ['an empty file', () => Buffer.alloc(0), 'is an empty file'],
    [
      'a small picture',
      () => pngOf(100, 100),
      'is 100 px wide or high; at least 144 px are needed',
    ],
    [
      'a heavy picture',
      () => Buffer.concat([pngOf(200, 200), Buffer.alloc(50_000)]),
      'at most 40960 are allowed',
    ],
  ])('%s as the logo', (_, picture, said) => {
    writeFileSync(packFile('logo.png'), picture());
    expect(refusal()).toContain(said);
  });

  test('a document by the name of a text', () => {
    writeFileSync(
      packFile('agreements/terms.en.txt'),
      Buffer.from([0x25, 0x50, 0x44, 0x46, 0x00, 0xff]),
    );
    expect(refusal()).toContain('agreements/terms.en.txt is not UTF-8');
  });
});

test('a refused pack leaves nothing on the disk', () => {
  const before = paths();
  edit((json) => json.replace('"logo.png"', '"../x.png"'));
  expect(refusal()).not.toBe('');
  expect(paths()).toEqual(before);
  expect(existsSync(join(root, 'out'))).toBe(false);
});

test('an accepted pack is written into the generated places and nowhere else', () => {
  const before = paths();
  expect(refusal()).toBe('');
  const fresh = paths().filter((path) => !before.includes(path));
  const places = [
    ...[
      'miniprogram/brand',
      'miniprogram/pages',
      'miniprogram/pages/agreement',
      'miniprogram/pages/agreement/brand',
    ],
    ...['out', 'out/brand.json', 'project.private.config.json', 'brands/brand.schema.json'],
  ];
  const isGenerated = (path: string) =>
    places.includes(path) || /^miniprogram\/(pages\/agreement\/)?brand\//.test(path);
  expect(fresh.filter((path) => !isGenerated(path))).toEqual([]);
});

function pngOf(width: number, height: number): Buffer {
  return PNG.sync.write(new PNG({ width, height }), { filterType: 0 });
}

/** The header alone changed. */
function withSize(png: Buffer, size: number): Buffer {
  png.writeUInt32BE(size, 16);
  png.writeUInt32BE(size, 20);
  return png;
}
