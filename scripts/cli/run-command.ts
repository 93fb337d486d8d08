import { type Command, CommanderError } from 'commander';
import { conform } from './conform';
import { commands } from './table.mjs';

/** The exit code for a command line that means nothing. */
const WRONG_USAGE = 2;

interface CommandModule {
  readonly command: Command;
}

/** One factory for all: the file of a command, made to behave as all of them do. */
export async function loadCommand(name: string): Promise<Command> {
  const entry = commands.find((one) => one.name === name);
  const folder = entry?.dev === true ? './dev/' : './';
  const { command }: CommandModule = await import(
    new URL(`${folder}${name}.ts`, import.meta.url).href
  );
  return conform(command, `mini-login ${name}`);
}

/** Sets the exit code, and says on stderr what went wrong. */
export async function runCommand(name: string, args: readonly string[]): Promise<void> {
  try {
    await (await loadCommand(name)).parseAsync([...args], { from: 'user' });
  } catch (error) {
    // commander has said it.
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
      return;
    }
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
