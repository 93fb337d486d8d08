import { readFileSync } from 'node:fs';
import { languageOf, readLanguage } from '../platform/language.mjs';
import { inWords } from '../platform/lists.mjs';
import { nearest } from '../setup/nearest.mjs';
import { commands } from './table.mjs';

/** @typedef {import('./table.mjs').CommandEntry} CommandEntry */

/**
 * What a command line asks for, decided without anything installed.
 *
 * @typedef {{ command: CommandEntry, args: string[] }
 *   | { say: string, code: 0 | 2 }} Choice
 */

/** What npm's users type: `npm run dev -- prove`. */
const DEV = 'dev';

/**
 * @param {readonly string[]} argv Without Node and the script.
 * @returns {Choice}
 */
export function choose([name, ...rest]) {
  if (name === DEV) return chooseFrom(rest, devCommands(), DEV);
  return chooseFrom(name === undefined ? [] : [name, ...rest], commands, null);
}

/**
 * @param {readonly string[]} argv
 * @param {readonly CommandEntry[]} known
 * @param {string | null} group
 * @returns {Choice}
 */
function chooseFrom([name, ...args], known, group) {
  if (name === '--help' || name === '-h' || (name === 'help' && args.length === 0))
    return { say: overview(known), code: 0 };
  if (name === 'help' && args[0] !== undefined)
    return args[0] === DEV && group === null
      ? choose([DEV, '--help'])
      : chooseFrom([args[0], '--help'], known, group);
  if (name === undefined) return { say: overview(known), code: 2 };
  const command = known.find((one) => one.name === name);
  if (command === undefined) return { say: unknown(name, args, known, group), code: 2 };
  return asksForHelp(args) ? { say: helpOf(command, args), code: 0 } : { command, args: [...args] };
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {readonly CommandEntry[]} known
 * @param {string | null} group
 */
function unknown(name, args, known, group) {
  const isOption = name.startsWith('-');
  const isChinese = languageIn([name, ...args]) === 'zh';
  if (group === DEV && commands.some((one) => one.name === name))
    return isChinese
      ? `错误：${name} 是单独的命令：npm run ${name} -- [options]\n`
      : `error: ${name} is a command of its own: npm run ${name} -- [options]\n`;
  const meant = isOption ? null : nearest(name, [...known.map((one) => one.name), DEV]);
  if (isChinese) {
    const hint = meant === null ? '' : `\n（是不是 ${meant}？）`;
    const what = isOption ? '选项' : '命令';
    return `错误：没有这个${what}：${name}${hint}\n（mini-login --help 列出全部用法）\n`;
  }
  const hint = meant === null ? '' : `\n(Did you mean ${meant}?)`;
  const what = isOption ? 'option' : 'command';
  return `error: unknown ${what} '${name}'${hint}\n(mini-login --help says what there is)\n`;
}

function devCommands() {
  return commands.filter(({ dev }) => dev === true);
}

/** @param {readonly CommandEntry[]} known */
function overview(known) {
  const width = Math.max(...known.map(({ name }) => name.length));
  /** @param {CommandEntry} entry */
  const line = ({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`;
  const main = known.filter(({ dev }) => dev !== true);
  const dev = known.filter((entry) => entry.dev === true);
  return [
    'Usage: mini-login <command> [options]\n',
    ...(main.length > 0 ? ['\nCommands, also as npm run <command> -- [options]:\n'] : []),
    ...main.map(line),
    '\nFor whoever works on the project, also as npm run dev -- <command> [options]:\n',
    ...dev.map(line),
    '\nmini-login <command> --help says what a command can do. --brand <name>, or BRAND, names\n',
    'another brand than the chosen one for this once. --lang zh or en says in which language\n',
    `${inWords(commands.filter(({ speaks }) => speaks).map((one) => one.name))} speak;\n`,
    'else the system decides.\n',
  ].join('');
}

/** @param {readonly string[]} args */
function asksForHelp(args) {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h');
}

/**
 * The texts are commander's, written by `npm run fix`: nothing has to be installed to read them.
 *
 * @param {CommandEntry} command
 * @param {readonly string[]} args
 */
function helpOf({ name, speaks }, args) {
  const isChinese = speaks === true && languageIn(args) === 'zh';
  const file = isChinese ? 'help.zh.json' : 'help.json';
  const texts = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
  return texts[`${name} ${args[0]}`] ?? texts[name];
}

/** @param {readonly string[]} args */
function languageIn(args) {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const named = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  return readLanguage(named ?? '') ?? languageOf(process.env);
}
