import type { Command, Help, Option } from 'commander';
import { currentLanguage, listed, say } from '../messages/say';
import { usage, usageError } from '../messages/usage';

/** Everywhere the same, so that a help text is the same on every machine. */
const WIDTH = 100;

/**
 * What holds for every command: its name in help and errors, the nearest name for a slip, no
 * argument that is silently ignored, and errors that are thrown (run-command.ts exits with them).
 */
export function conform(command: Command, name: string, inFull = name): Command {
  command
    .name(name)
    .allowExcessArguments(false)
    .showSuggestionAfterError(true)
    .showHelpAfterError(say(usage.more(inFull)))
    .configureHelp({ helpWidth: WIDTH, ...(currentLanguage() === 'en' ? {} : translated) })
    .exitOverride();
  if (currentLanguage() !== 'en') translate(command);
  for (const sub of command.commands) conform(sub, sub.name(), `${inFull} ${sub.name()}`);
  return command;
}

/** The words of commander's own; those of a command are said by its file. */
function translate(command: Command): void {
  command
    .helpOption('-h, --help', say(usage.help()))
    .configureOutput({ outputError: (text, write) => write(usageError(text)) });
  const shown = command.createHelp().visibleCommands(command);
  if (shown.some((sub) => sub.name() === 'help'))
    command.helpCommand('help [command]', say(usage.helpOf()));
}

const translated: Partial<Help> = {
  styleTitle: (title) => say(usage.title(title)),
  displayWidth: (text) => [...text].reduce((width, one) => width + (isWide(one) ? 2 : 1), 0),
  optionDescription: ({ description, argChoices, defaultValue }: Option) => {
    const isShown = !['undefined', 'boolean'].includes(typeof defaultValue);
    return [
      description,
      ...(argChoices === undefined ? [] : [say(usage.choices(listed(argChoices)))]),
      ...(isShown && !isEmpty(defaultValue) ? [say(usage.standard(String(defaultValue)))] : []),
    ].join('');
  },
};

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isWide(character: string): boolean {
  return /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character);
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
