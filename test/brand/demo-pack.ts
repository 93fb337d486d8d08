import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import { BrandError, readBrand } from '../../scripts/brand/pack/pack';
import { checkout } from './checkout';

/** The demo's pack in a checkout of its own for each test, to be changed and read. */
export function demoPack() {
  let root = '';
  beforeEach(() => {
    root = checkout();
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const place = (path: string) => join(root, 'brands/demo', path);
  const json = () => readFileSync(place('brand.json'), 'utf8');
  const read = () => readBrand(root, 'demo');
  return {
    /** A file of the pack. */
    place,
    json,
    read,
    /** What is wrong with it, one line each. */
    problems(): string {
      try {
        read();
        return '';
      } catch (error) {
        if (!(error instanceof BrandError)) throw error;
        return error.problems.join('\n');
      }
    },
    /** One field of brand.json, by its path with dots. */
    set(path: string, value: unknown): void {
      const pack: unknown = JSON.parse(json());
      const keys = path.split('.');
      let target: unknown = pack;
      for (const key of keys.slice(0, -1)) target = Reflect.get(Object(target), key);
      Reflect.set(Object(target), keys.at(-1) ?? '', value);
      writeFileSync(place('brand.json'), JSON.stringify(pack));
    },
  };
}
