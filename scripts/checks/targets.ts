import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { withSlashes } from '@mini-login/platform/paths';
import { root } from '../setup/say.mjs';

const skipped = new Set(['node_modules', 'miniprogram_npm', 'out', 'coverage', 'fixtures']);

/** The folders of all targets, from the root: those with a tsconfig.json of their own. */
export function findTargets(): readonly string[] {
  return configsUnder(root)
    .map((file) => withSlashes(relative(root, dirname(file))))
    .filter((folder) => folder !== '')
    .sort();
}

function configsUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) {
      return skipped.has(entry.name) || entry.name.startsWith('.')
        ? []
        : configsUnder(join(folder, entry.name));
    }
    return entry.name === 'tsconfig.json' ? [join(folder, entry.name)] : [];
  });
}
