import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildVectors, type Keys } from '../host-app/vectors';

/** `npm run vectors` writes docs/vectors/ anew, after a change of a contract. */
const folder = join(import.meta.dirname, '../../docs/vectors');
const keys: Keys = JSON.parse(await readFile(join(folder, 'keys.json'), 'utf8'));
for (const [file, content] of Object.entries(await buildVectors(keys))) {
  await writeFile(join(folder, file), `${JSON.stringify(content, null, 2)}\n`);
}
