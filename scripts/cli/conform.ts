import type { Command } from 'commander';

/** Everywhere the same, so that a help text is the same on every machine. */
const WIDTH = 100;

/**
 * What holds for every command: its name in help and errors, the nearest name for a slip, no
 * argument that is silently ignored, and errors that are thrown (run-command.ts exits with them).
 */
export function conform(command: Command, name: string): Command {
  command
    .name(name)
    .allowExcessArguments(false)
    .showSuggestionAfterError(true)
    .showHelpAfterError(`(${name} --help says what there is)`)
    .configureHelp({ helpWidth: WIDTH })
    .exitOverride();
  for (const sub of command.commands) conform(sub, sub.name());
  return command;
}

/** The help of a command and of each of its own, by their names. */
export function helpTexts(name: string, command: Command): readonly [string, string][] {
  const subs = command.commands.map((sub): [string, string] => [
    `${name} ${sub.name()}`,
    textOf(sub),
  ]);
  return [[name, textOf(command)], ...subs];
}

/** With what `addHelpText` adds, which `helpInformation` leaves out. */
function textOf(command: Command): string {
  const written: string[] = [];
  command.configureOutput({ writeOut: (text) => void written.push(text) });
  command.outputHelp();
  return written.join('');
}
