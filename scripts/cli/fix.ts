import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGE, type Language, languages } from '@mini-login/platform/language';
import { Command } from 'commander';
import { runNode } from '../checks/command';
import { fixSources } from '../checks/lint';
import { helpTexts } from './conform';
import { step } from './progress';
import { loadCommand } from './run-command';
import { commands } from './table.mjs';

/** `--help` reads them before anything is installed. */
const helpFiles = { en: 'help.json', zh: 'help.zh.json' } as const;

export const command = new Command('fix')
  .description(
    'Formats the sources, fixes what the linter can fix, and writes the help of all commands.',
  )
  .addHelpText('after', '\nExit code 1: something has to be fixed by hand.')
  .action(async () => {
    for (const language of languages) await writeHelp(language);
    const isFixed = await step('Format the sources, and fix what can be fixed', () =>
      fixSources((text) => process.stdout.write(text)),
    );
    process.exitCode = isFixed ? 0 : 1;
  });

async function writeHelp(language: Language): Promise<void> {
  const words = ['--import', 'tsx', 'scripts/cli/write-help.ts', language];
  const { ok, output } = await runNode(words);
  if (!ok) throw new Error(output);
  writeFileSync(join(import.meta.dirname, helpFiles[language]), output);
}

/** What the file of this language has to be: all commands in English, else those that speak it. */
export async function allHelp(language: Language): Promise<string> {
  // Some texts are taken when a command is loaded.
  process.env[LANGUAGE] = language;
  const texts: [string, string][] = [];
  for (const { name, speaks } of commands)
    if (language === 'en' || speaks === true)
      texts.push(...helpTexts(name, await loadCommand(name)));
  return `${JSON.stringify(Object.fromEntries(texts), null, 2)}\n`;
}
