import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildVectors, type Keys } from '@mini-login/vectors/build';

/** `npm run vectors` writes kits/vectors/*.json again, after a change of a contract. */
const folder = join(import.meta.dirname, '../../kits/vectors');
const keys: Keys = JSON.parse(await readFile(join(folder, 'keys.json'), 'utf8'));
for (const [file, content] of Object.entries(await buildVectors(keys))) {
  await writeFile(join(folder, file), `${JSON.stringify(content, null, 2)}\n`);
}
