import { type Command, CommanderError } from 'commander';
import { conform } from './conform';
import { commands } from './table.mjs';

/** The exit code for a command line that means nothing. */
const WRONG_USAGE = 2;

interface CommandModule {
  readonly command: Command;
}

/** The file of a command, made to behave as all of them do. */
export async function loadCommand(name: string): Promise<Command> {
  return conform(await importCommand(name), `mini-login ${name}`);
}

async function importCommand(name: string): Promise<Command> {
  const entry = commands.find((one) => one.name === name);
  const folder = entry?.dev === true ? './dev/' : './';
  const { command }: CommandModule = await import(
    new URL(`${folder}${name}.ts`, import.meta.url).href
  );
  return command;
}

/**
 * Sets the exit code, and says on stderr what went wrong.
 *
 * @param loaded The command, where it has been loaded with this file.
 */
export async function runCommand(
  name: string,
  args: readonly string[],
  loaded?: Command,
): Promise<void> {
  try {
    const command = conform(loaded ?? (await importCommand(name)), `mini-login ${name}`);
    await command.parseAsync([...args], { from: 'user' });
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
