import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createBrand, standardAnswers } from '../../scripts/brand/create';
import { chooseBrands, parseShard, partOf, sharedAppIds } from '../../scripts/deploy/fleet/choose';
import { root } from '../../scripts/setup/say.mjs';

describe('a part of the fleet', () => {
  const names = Array.from({ length: 23 }, (_, index) => `brand-${String(index).padStart(2, '0')}`);

  test.each([1, 2, 3, 10, 23, 40])(
    'every brand is in one of %i parts, which are of a size',
    (of) => {
      const parts = Array.from({ length: of }, (_, index) =>
        partOf(names, { index: index + 1, of }),
      );
      expect(parts.flat().sort()).toEqual(names);
      const sizes = parts.map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    },
  );

  test.each(['0/3', '4/3', '1', '1/0', 'a/b', '-1/3', '1/3/4', ''])('%j is none', (text) => {
    expect(parseShard(text)).toBeNull();
  });

  test('3/10 is the third of ten', () => {
    expect(parseShard('3/10')).toEqual({ index: 3, of: 10 });
  });
});

test('brands for the same mini program are named, each with the others', () => {
  const place = mkdtempSync(join(tmpdir(), 'mini-login-shared-'));
  const appIds = {
    acme: 'wx000000000000000a',
    beta: 'wx000000000000000b',
    cafe: 'wx000000000000000a',
  };
  for (const [name, appId] of Object.entries(appIds))
    createBrand(place, name, { ...standardAnswers(name), appId });
  expect([...sharedAppIds(place, [...Object.keys(appIds), 'not-there', 'nor-there'])]).toEqual([
    ['acme', ['cafe']],
    ['cafe', ['acme']],
  ]);
  rmSync(place, { recursive: true });
});

test('what serves many companies is no brand among others', () => {
  const place = mkdtempSync(join(tmpdir(), 'mini-login-many-'));
  createBrand(place, 'acme', standardAnswers('acme'));
  for (const name of ['gateway', 'platform']) {
    const pack = join(place, 'brands', `my-${name}`);
    cpSync(join(root, 'brands', name), pack, { recursive: true });
    const file = join(pack, 'brand.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"sample": true', '"sample": false'));
  }
  const choice = { names: [], shard: null, chosen: 'acme' };
  expect(chooseBrands(place, { ...choice, all: true })).toEqual(['acme']);
  expect(chooseBrands(place, { ...choice, all: false, names: ['my-gateway'] })).toEqual([
    'my-gateway',
  ]);
  rmSync(place, { recursive: true });
});

describe('which brands', () => {
  const choose = (change: Partial<Parameters<typeof chooseBrands>[1]>) =>
    chooseBrands(root, { names: [], all: false, shard: null, chosen: 'demo', ...change });

  test('none named is the chosen one', () => expect(choose({})).toEqual(['demo']));
  test('a name counts once, and the order is the same everywhere', () => {
    expect(choose({ names: ['teahouse', 'demo', 'teahouse'] })).toEqual(['demo', 'teahouse']);
  });
  test('all are all but the samples, which are nobody’s to upload', () => {
    expect(choose({ all: true })).not.toContain('demo');
  });
});
