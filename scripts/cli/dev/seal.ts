import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { bundleNoble, bundlePath } from '../../deploy/seal/bundle';

export const command = new Command('seal')
  .description(
    'Writes the bundle of the sealed result again, after a new version of @noble. A test holds the committed file to what this makes.',
  )
  .action(async () => {
    const text = await bundleNoble();
    await writeFile(bundlePath, text);
    console.error(`${bundlePath}: ${text.length} bytes`);
  });
