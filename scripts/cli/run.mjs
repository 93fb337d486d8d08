#!/usr/bin/env node
/**
 * `mini-login <command> [...]`, and every script of package.json: says what there is, or sets up
 * what the machine lacks and runs one command.
 *
 * It runs before anything is installed, so it, what it imports at once and scripts/setup/ use
 * Node's own modules only until the set-up is done. Says what it does on stderr, because stdout
 * belongs to the command; says nothing when there is nothing to do.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `This project needs Node 20.19 or newer; this is ${process.versions.node}.\n` +
      'Get a current one from https://nodejs.org or with your version manager, then run the command again.\n',
  );
  process.exitCode = 1;
} else {
  // Imported only now: an old Node could not even parse it, and would say so in its own, less
  // helpful words.
  const { choose } = await import('./choose.mjs');
  const choice = choose(process.argv.slice(2));
  if ('say' in choice) {
    (choice.code === 0 ? process.stdout : process.stderr).write(choice.say);
    process.exitCode = choice.code;
  } else await run(choice);
}

/** @param {{ command: import('./table.mjs').CommandEntry, args: string[] }} chosen */
async function run({ command, args }) {
  if (command.speaks === true && !(await takeLanguage(args))) return;
  if (!(await takeBrand(args))) return;
  outliveReader();
  const { endWithNpm } = await import('../platform/processes.mjs');
  endWithNpm();
  if (command.browser === true) endOnSignal();
  const { setUp } = await import('../setup/set-up.mjs');
  const code = await setUp({ browser: command.browser === true });
  if (code !== 0) {
    process.exitCode = code;
    return;
  }
  const { loadCompiled, loadSources } = await import('./load.mjs');
  const runner = command.loads === true ? await loadSources() : await loadCompiled(command);
  if (!(await checkBrandName(command, runner))) return;
  if (command.brand !== undefined && !(await prepareBrand(command.brand, runner))) return;
  await runner.runCommand(command.name, args, runner.command);
}

/** `| head` closes the pipe early: an upload under way goes on, and its exit code stays true. */
function outliveReader() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

/** The browser's driver takes the signal, closes the browser and lets the command go on without. */
function endOnSignal() {
  process.once('SIGTERM', () => process.exit(143));
  process.once('SIGHUP', () => process.exit(129));
}

/**
 * Every command takes `--brand <name>`, for this once: the same as `BRAND=<name>` before it, which
 * Windows' shells can't say.
 *
 * @param {string[]} args
 */
async function takeBrand(args) {
  const value = takeOption(args, '--brand');
  if (value === '')
    return refuse("error: option '--brand <name>' argument missing", '错误：选项 --brand 缺少值');
  if (value !== undefined) process.env.BRAND = value;
  return true;
}

/**
 * `--lang zh` or `--lang en` in place of the system's language, for this command and what it starts.
 *
 * @param {string[]} args
 */
async function takeLanguage(args) {
  const { LANGUAGE, languages, readLanguage } = await import('../platform/language.mjs');
  const { inWords } = await import('../platform/lists.mjs');
  const value = takeOption(args, '--lang');
  if (value === undefined) return true;
  const language = readLanguage(value);
  if (language !== null) {
    process.env[LANGUAGE] = language;
    return true;
  }
  return refuse(
    `error: --lang is ${inWords(languages, 'or')}`,
    `错误：--lang 应为 ${inWords(languages, 'or', 'zh')}`,
  );
}

/**
 * Before the set-up, which the messages of all else need.
 *
 * @param {string} english
 * @param {string} chinese
 */
async function refuse(english, chinese) {
  const { languageOf } = await import('../platform/language.mjs');
  process.stderr.write(`${languageOf(process.env) === 'zh' ? chinese : english}\n`);
  process.exitCode = 2;
  return false;
}

/**
 * Takes an option and its value out of the arguments; undefined: it is not there; empty: it has no
 * value.
 *
 * @param {string[]} args
 * @param {string} name
 */
function takeOption(args, name) {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return undefined;
  const hasValue = args[at] === name && args[at + 1]?.startsWith('-') === false;
  const [flag = '', value = ''] = args.splice(at, hasValue ? 2 : 1);
  return flag === name ? value : flag.slice(name.length + 1);
}

/**
 * @param {import('./table.mjs').CommandEntry} command
 * @param {import('./load.mjs').Runner} runner
 */
async function checkBrandName({ name, brand }, { refuseBrand }) {
  if (brand === undefined && name !== 'brand') return true;
  const { root } = await import('../setup/say.mjs');
  const problem = await refuseBrand(root);
  if (problem === null) return true;
  process.stderr.write(`${problem}\n`);
  process.exitCode = 2;
  return false;
}

/**
 * The applied brand's files are not in git: a fresh checkout makes them here. They are shared by
 * all commands, so only `brand` changes which brand they are; a command that needs another one gets
 * a program of its own.
 *
 * @param {'applied' | 'any'} need
 * @param {import('./load.mjs').Runner} runner
 */
async function prepareBrand(need, { completeProgram, useChosenProgram }) {
  const { root } = await import('../setup/say.mjs');
  await completeProgram(root);
  if (need === 'any') return true;
  const problems = await useChosenProgram(root);
  if (problems === null) return true;
  process.stderr.write(problems);
  process.exitCode = 1;
  return false;
}
