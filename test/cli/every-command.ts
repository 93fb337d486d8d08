import { CommanderError } from 'commander';
import { allHelp } from '../../scripts/cli/fix';
import { loadCommand, runCommand } from '../../scripts/cli/run-command';
import { commands } from '../../scripts/cli/table.mjs';
import { currentLanguage } from '../../scripts/messages/say';

// Run by tsx in a process of its own, for all commands: to load one takes longer than what is asked
// of it here. What each makes of words that mean nothing, what its help has to be, and how the
// command lines end that are given as JSON.

interface Ended {
  readonly code: number;
  readonly stderr: string;
}

async function endOf([name = '', ...args]: readonly string[]): Promise<Ended> {
  const write = process.stderr.write;
  let stderr = '';
  process.stderr.write = (text) => {
    stderr += String(text);
    return true;
  };
  process.exitCode = 0;
  try {
    await runCommand(name, args);
    return { code: Number(process.exitCode), stderr };
  } finally {
    process.stderr.write = write;
    process.exitCode = 0;
  }
}

async function codeOf(name: string, words: readonly string[]): Promise<string> {
  const command = (await loadCommand(name)).configureOutput({ writeErr: () => undefined });
  try {
    await command.parseAsync([...words], { from: 'user' });
    return 'ran';
  } catch (error) {
    return error instanceof CommanderError ? error.code : String(error);
  }
}

const lines: readonly string[][] = JSON.parse(process.argv[2] ?? '[]');
const language = currentLanguage();
// First: what comes later changes where commands write.
const ended: Ended[] = [];
for (const line of lines) ended.push(await endOf(line));
const options: Record<string, string> = {};
// Once: the other language speaks of a few commands alone, and to load all takes seconds.
if (language === 'en')
  for (const { name } of commands) options[name] = await codeOf(name, ['--no-such-option']);
process.stdout.write(JSON.stringify({ ended, options, help: await allHelp(language) }));
