import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildVectors, type Keys } from '@mini-login/vectors/build';
import { Command } from 'commander';
import { root } from '../../setup/say.mjs';

export const command = new Command('vectors')
  .description('Writes kits/vectors/ again, after a change of a contract.')
  .action(async () => {
    const folder = join(root, 'kits/vectors');
    const keys: Keys = JSON.parse(await readFile(join(folder, 'keys.json'), 'utf8'));
    for (const [file, content] of Object.entries(await buildVectors(keys))) {
      await writeFile(join(folder, file), `${JSON.stringify(content, null, 2)}\n`);
      console.error(join(folder, file));
    }
  });
