import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { flowPage } from '../../prove/flow/page';
import { root } from '../../setup/say.mjs';

export const command = new Command('flow')
  .description("Writes docs/flow.md again, after a change of the login's table.")
  .action(async () => {
    const file = join(root, 'docs/flow.md');
    await writeFile(file, flowPage());
    console.error(file);
  });
