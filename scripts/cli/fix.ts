import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { fixSources } from '../checks/lint';
import { LANGUAGE } from '../messages/language.mjs';
import { helpTexts } from './conform';
import { step } from './progress';
import { loadCommand } from './run-command';
import { commands } from './table.mjs';

export const helpFile = join(import.meta.dirname, 'help.json');

export const command = new Command('fix')
  .description(
    'Formats the sources, fixes what the linter can fix, and writes the help of all commands.',
  )
  .addHelpText('after', '\nExit code 1: something has to be fixed by hand.')
  .action(async () => {
    writeFileSync(helpFile, await allHelp());
    const isFixed = await step('Format the sources, and fix what can be fixed', () =>
      fixSources((text) => process.stdout.write(text)),
    );
    process.exitCode = isFixed ? 0 : 1;
  });

/** What `scripts/cli/help.json` has to be: `--help` reads it before anything is installed. */
export async function allHelp(): Promise<string> {
  // Some texts are taken when a command is loaded.
  process.env[LANGUAGE] = 'en';
  const texts: [string, string][] = [];
  for (const { name } of commands) texts.push(...helpTexts(name, await loadCommand(name)));
  return `${JSON.stringify(Object.fromEntries(texts), null, 2)}\n`;
}
