import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';

export const here = resolve(__dirname, '../..');

/**
 * A checkout of its own, with only what the brand tool reads and writes: the demo, and no brand of
 * whoever runs the tests.
 */
export function checkout(): string {
  const root = mkdtempSync(join(tmpdir(), 'brand-'));
  cpSync(join(here, 'brands/demo'), join(root, 'brands/demo'), { recursive: true });
  for (const folder of ['miniprogram/login/words', 'scripts/brand']) {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, 'index.ts'), '');
  }
  return root;
}

/** One for each test of a file. */
export function useCheckout(whenMade: (root: string) => void): void {
  let root = '';
  beforeEach(() => {
    root = checkout();
    whenMade(root);
  });
  afterEach(() => rmSync(root, { recursive: true }));
}
