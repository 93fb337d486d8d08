import { CommanderError } from 'commander';
import { allHelp } from '../../scripts/cli/fix';
import { loadCommand } from '../../scripts/cli/run-command';
import { commands } from '../../scripts/cli/table.mjs';

// Run by tsx in a process of its own: what every command makes of words that mean nothing, and
// what its help has to be.

async function codeOf(name: string, words: readonly string[]): Promise<string> {
  const command = (await loadCommand(name)).configureOutput({ writeErr: () => undefined });
  try {
    await command.parseAsync([...words], { from: 'user' });
    return 'ran';
  } catch (error) {
    return error instanceof CommanderError ? error.code : String(error);
  }
}

const options: Record<string, string> = {};
for (const { name } of commands) options[name] = await codeOf(name, ['--no-such-option']);
process.stdout.write(JSON.stringify({ options, help: await allHelp('en') }));
