import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrandError, readBrand } from '../../scripts/brand/pack/pack';
import { useCheckout } from './checkout';

/** The demo's pack in a checkout of its own for each test, to be changed and read. */
export function demoPack() {
  let root = '';
  useCheckout((made) => {
    root = made;
  });

  const place = (path: string) => join(root, 'brands/demo', path);
  const json = () => readFileSync(place('brand.json'), 'utf8');
  const read = (name = 'demo') => readBrand(root, name);
  const problems = (): readonly string[] => {
    try {
      read();
      return [];
    } catch (error) {
      if (!(error instanceof BrandError)) throw error;
      return error.problems;
    }
  };
  return {
    /** A file of the pack. */
    place,
    json,
    read,
    /** What is wrong with it. */
    problems,
    /** The same, one line each. */
    problemLines: () => problems().join('\n'),
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
