#!/usr/bin/env node
// What `scripts/simulator/cli` runs: plain JavaScript, because it must be quick. The official
// client starts it like DevTools' own cli, reads nothing of what it says, and counts 15 s from its
// end.
import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makePrivateFolder } from '@mini-login/platform/files';
import { LANGUAGE, languageAskedFor, pickText } from '@mini-login/platform/language';
import { onSignals, outlivesCaller } from '@mini-login/platform/processes';
import { closeServers } from './close-servers.mjs';
import * as help from './help.mjs';
import { readTestArguments } from './test-arguments.mjs';

// Also for what it starts.
const lang = languageAskedFor(process.argv);
if (lang !== null) process.env[LANGUAGE] = lang;
const [verb, ...given] = process.argv.slice(2);
const { values, positionals } = read(verb === 'test' ? forTest(given) : process.argv.slice(2));

/** Also what a project names as its environment may be TypeScript. */
const withTypeScript = ['--import', import.meta.resolve('tsx')];
const folder = join(tmpdir(), `wechat-simulator-${userInfo().uid}`);
makePrivateFolder(folder);

/** @type {Record<string, () => void | Promise<void>>} */
const commands = {
  auto,
  close: () => closeServers(folder, projectFolder('close')),
  quit: () => closeServers(folder, null),
  open() {
    projectFolder('open');
    note(
      pickText(
        'the simulator has no window to open: "auto" opens the project for automation',
        '模拟器没有窗口可打开："auto" 会打开项目供自动化使用',
      ),
    );
  },
  'build-npm'() {
    projectFolder('build-npm');
    note(
      pickText(
        'nothing to build: npm packages are read where they are installed',
        '无需构建：npm 包直接从安装位置读取',
      ),
    );
  },
  login: () => note(pickText('the simulator needs no login', '模拟器不需要登录')),
  islogin() {
    process.stdout.write(`${JSON.stringify({ login: true })}\n`);
  },
  survey,
  record,
  test,
  cache: () =>
    note(
      pickText(
        'nothing to clear: what is kept is checked against its files each time',
        '无需清除：保存的内容每次都会与文件核对',
      ),
    ),
};
/** Of DevTools alone. */
const refused = ['preview', 'auto-preview', 'upload', 'auto-replay', 'engine', 'cloud'];

const [command = ''] = positionals;
if (values.version) process.stdout.write(`${version()}\n`);
else if (values.help) process.stdout.write(helpText());
else if (Object.hasOwn(commands, command)) await commands[command]?.();
else if (refused.includes(command))
  fail(
    pickText(
      `The simulator has no "${command}": it runs programs here, and sends nothing anywhere.`,
      `模拟器没有 "${command}"：它只在本机运行小程序，不向任何地方发送。`,
    ),
  );
else
  fail(
    `${pickText(`There is no command "${command}" here.`, `没有命令 "${command}"。`)}\n\n${helpText()}`,
  );

function helpText() {
  const name = source('survey').endsWith('.js') ? 'mini-login-simulator' : 'cli';
  return pickText(help.english(name), help.chinese(name));
}

function version() {
  const file = new URL('../../package.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

/** @param {string} message */
function note(message) {
  process.stderr.write(`${message}\n`);
}

/**
 * `--project`, absolute.
 *
 * @param {string} verb
 */
function projectFolder(verb) {
  if (values.project === undefined)
    fail(pickText(`${verb} needs --project <folder>`, `${verb} 需要 --project <文件夹>`));
  const project = resolve(values.project ?? '');
  if (!statSync(project, { throwIfNoEntry: false })?.isDirectory())
    fail(`${project}${pickText(': there is no such folder', '：没有这个文件夹')}`);
  return project;
}

/**
 * A file next to this one: TypeScript here, JavaScript in the published package.
 *
 * @param {string} name
 */
function source(name) {
  const built = join(import.meta.dirname, `${name}.js`);
  return existsSync(built) ? built : join(import.meta.dirname, `${name}.ts`);
}

async function survey() {
  const { json = false, limit } = values;
  const folders = positionals.slice(1);
  if (folders.length === 0)
    fail(
      pickText(
        'survey needs the folder of a mini program, or several',
        'survey 需要一个或多个小程序的文件夹',
      ),
      2,
    );
  await runToEnd('survey', { folders, json, limit: Number(limit) });
}

async function record() {
  const [folder = '.', ...more] = positionals.slice(1);
  if (more.length > 0) fail(pickText('record takes one folder', 'record 只接受一个文件夹'));
  values.project ??= folder;
  const open = !values['no-open'] && Boolean(process.stdout.isTTY);
  await runToEnd('record', { project: projectFolder('record'), out: values.out, open });
}

/**
 * What stands behind `test` is Jest's, but for a few.
 *
 * @param {readonly string[]} args
 */
function forTest(args) {
  const asked = args.find((arg) => /^(?:-h|--help|-v|--version)$/.test(arg));
  return asked === undefined ? ['test'] : [asked];
}

async function test() {
  const { ui, problem, ...options } = readTestArguments(given);
  if (problem) fail(problem);
  if (!ui)
    fail(
      pickText(
        'test needs --ui; without it, Jest itself is the command: npx jest',
        'test 需要 --ui；不用界面时直接运行 Jest：npx jest',
      ),
    );
  await runToEnd('test', { ...options, folder: process.cwd() });
}

/**
 * A script that this one waits for.
 *
 * @param {string} name
 * @param {object} options
 */
async function runToEnd(name, options) {
  const args = [...withTypeScript, source(name), JSON.stringify(options)];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  // The terminal tells both of them; who ends a process otherwise tells this one alone.
  onSignals({ interrupt: () => undefined, end: () => void child.kill() });
  process.exitCode = await new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
}

/** @param {string[]} args */
function read(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        project: { type: 'string' },
        'auto-port': { type: 'string', default: '9420' },
        'auto-account': { type: 'string' },
        ticket: { type: 'string' },
        // DevTools asks for it once for each folder; here nothing is trusted.
        'trust-project': { type: 'boolean' },
        lenient: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        grace: { type: 'string', default: '30' },
        json: { type: 'boolean', default: false },
        limit: { type: 'string', default: '10000' },
        out: { type: 'string', default: 'recorded.test.mjs' },
        'no-open': { type: 'boolean', default: false },
        // What DevTools' cli takes: its own port, language, log and account.
        port: { type: 'string' },
        lang: { type: 'string' },
        debug: { type: 'boolean' },
        appid: { type: 'string' },
        clean: { type: 'string', short: 'c' },
        version: { type: 'boolean', short: 'v' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Starts a process that goes on by itself; returns when the project is open, and says what its
 * compiler has to say.
 */
async function auto() {
  const port = Number(values['auto-port']);
  const project = projectFolder('auto');
  const grace = Number(values.grace);
  if (!(grace >= 0))
    fail(
      pickText(
        `--grace ${values.grace} is no number of seconds`,
        `--grace ${values.grace} 不是秒数`,
      ),
    );
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    fail(
      pickText(
        `--auto-port ${values['auto-port']} is no port`,
        `--auto-port ${values['auto-port']} 不是端口`,
      ),
    );
  const options = {
    project,
    keep: values.keep,
    grace: grace * 1000,
    port,
    account: values['auto-account'],
    lenient: values.lenient,
    owner: process.ppid,
    note: join(folder, `${process.pid}.json`),
  };
  const log = join(folder, `${process.pid}.log`);
  const server = spawn(
    process.execPath,
    [...withTypeScript, source('serve'), JSON.stringify(options)],
    {
      cwd: options.project,
      stdio: ['ignore', 'ignore', openSync(log, 'w'), 'ipc'],
      ...outlivesCaller,
    },
  );
  /** @type {Promise<{wsEndpoint: string} | {error: string}>} */
  const listening = new Promise((done) => {
    server.once('message', (message) => done(Object(message)));
    server.once('error', (error) => done({ error: error.message }));
    server.once('exit', (code) =>
      done({
        error:
          readFileSync(log, 'utf8') ||
          pickText(`the simulator ended with ${code}`, `模拟器已结束，退出码 ${code}`),
      }),
    );
  });
  const answer = await listening;
  rmSync(log, { force: true });
  if ('error' in answer) fail(answer.error);
  else process.stdout.write(`${answer.wsEndpoint}\n`);
  const { messages, error } = await new Promise((done) => {
    server.once('message', done);
    server.once('exit', () => done({ messages: [] }));
  });
  for (const message of messages ?? []) note(message);
  server.disconnect();
  server.unref();
  if (error) fail(error);
}

/**
 * @param {string} message
 * @param {number} code 2 where 1 says something of the programs
 * @returns {never}
 */
function fail(message, code = 1) {
  process.stderr.write(`${message.trimEnd()}\n`);
  process.exit(code);
}
