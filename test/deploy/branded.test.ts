import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createBrand, standardAnswers } from '../../scripts/brand/create';
import { readBrand } from '../../scripts/brand/pack/pack';
import { brandedProgram, digestOf } from '../../scripts/deploy/branded';
import { newerSyntax } from '../../scripts/deploy/compile/syntax';
import type { ShippedProgram } from '../../scripts/deploy/project';
import { checkBrand } from '../../scripts/upload-double/check-brand';
import { fleetOf } from './fleet-of';

let root: string;
let base: ShippedProgram;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mini-login-branded-'));
  ({ base } = fleetOf({ root, out: root, proxy: '', key: '' }));
});
afterEach(() => rmSync(root, { recursive: true }));

/**
 * What arrives is checked by what stands in the pack: as if this very program had been uploaded.
 */
function wrongIn(name: string, { files }: ShippedProgram): readonly string[] {
  const { appId } = readBrand(root, name).pack.miniProgram;
  const labels = {
    kind: 'upload',
    version: '1.0.0',
    description: '',
    robot: 1,
    launch: null,
  } as const;
  return checkBrand({ ...labels, appId, files }, join(root, 'brands', name));
}

describe('a brand in the place of another', () => {
  test.each([
    `"'\\\``,
    `{{appName}} \${process.exit(1)}`,
    '</script><script>alert(1)</script>',
    "*/ page{display:none} /* @import 'https://evil.example/x';",
    '// \\u0022 \\n ]}; export const brand = null;',
    '$& $1 %s 💥 מילה',
  ])('ships %s as text, and touches nothing else', async (text) => {
    createBrand(root, 'acme', standardAnswers('acme'));
    const file = join(root, 'brands/acme/brand.json');
    const pack = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
    const everywhere = { 'zh-CN': text, en: text };
    writeFileSync(
      file,
      JSON.stringify({ ...pack, appName: everywhere, operator: everywhere, contact: everywhere }),
    );
    // An agreement that is a page of HTML is refused; a tag without its brackets is text.
    const agreement = text.replace(/[<>]/g, '');
    writeFileSync(join(root, 'brands/acme/agreements/terms.en.txt'), agreement);
    const program = await brandedProgram(base, readBrand(root, 'acme'));
    expect(wrongIn('acme', program)).toEqual([]);
    expect(newerSyntax(program.files)).toEqual([]);
    const touched = [...program.files].filter(
      ([path, content]) => base.files.get(path)?.equals(content) !== true,
    );
    expect(touched.map(([path]) => path)).toEqual([
      ...[
        'brand/index.js',
        'brand/theme.wxss',
        'brand/theme.json',
        'brand/logo.png',
        'brand/logo.wxml',
        'pages/agreement/brand/texts.js',
      ],
    ]);
  });

  test('is known by its digest: the same again has the same, another has another', async () => {
    const programs = ['acme', 'acme', 'beta'].map(async (name, index) => {
      const brand =
        index === 1 ? readBrand(root, name) : createBrand(root, name, standardAnswers(name));
      return digestOf(await brandedProgram(base, brand));
    });
    const [first, again, other] = await Promise.all(programs);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test('is not taken for another, which every check of a package rests on', async () => {
    const colour = '#7a1f5c';
    const acme = await brandedProgram(base, createBrand(root, 'acme', standardAnswers('acme')));
    createBrand(root, 'beta', { ...standardAnswers('beta'), colour });
    const differs = [
      'appName',
      'operator',
      'apps',
      'light colours',
      'dark colours',
      'logo',
      'terms.en',
      'privacy.zh-CN',
    ];
    expect(wrongIn('beta', acme)).toEqual(expect.arrayContaining(differs));
  });

  test('is refused where the program has no place for a file of it', async () => {
    const brand = createBrand(root, 'acme', standardAnswers('acme'));
    const files = new Map(base.files);
    files.delete('brand/theme.wxss');
    await expect(brandedProgram({ ...base, files }, brand)).rejects.toThrow(
      'miniprogram/brand/theme.wxss of acme has no place in the compiled program',
    );
  });
});
