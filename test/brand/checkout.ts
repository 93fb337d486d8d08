import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

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
