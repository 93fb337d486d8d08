#!/usr/bin/env node
// What `scripts/simulator/cli` runs: plain JavaScript, because it must be quick. The official
// client starts it like DevTools' own cli, reads nothing of what it says, and counts 15 s from its
// end.
import { spawn } from 'node:child_process';
import { existsSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makePrivateFolder } from '@mini-login/platform/files';
import { onSignals, outlivesCaller } from '@mini-login/platform/processes';
import { WebSocket } from 'ws';
import { readTestArguments } from './test-arguments.mjs';

const help = `Usage: cli <command> [options]

Stands in for WeChat DevTools' cli, for miniprogram-automator's launch({cliPath, projectPath}).

Commands:
  auto --project <folder> [--auto-port <port>]   open the project and listen for automation (default port: 9420)
       --auto-account <id>                       who holds the phone
       --lenient                                 all of CSS in selectors, which WeChat does not promise
       --keep                                    stay until "close" or "quit", whoever is gone
       --grace <seconds>                         how long to stay for the next client (default: 30)
  close --project <folder>                       close that project
  quit                                           close all projects
  survey <folder...> [--json] [--limit <ms>]     open every page, and say which are launched, shown and clean
  record <folder> [--out <file>] [--no-open]     do it once by hand in a browser, and get the test
                                                 (default: recorded.test.mjs, for "node --test";
                                                 .js, .cjs and .ts are for Jest)
  test --ui [--ui-port <port>] [--no-open] [Jest's arguments]
                                                 a page that runs this folder's Jest tests one by one: each
                                                 step on the phone, back to it, waiting before it, locators
  -v, --version                                  the simulator's version

What DevTools' cli has besides and the simulator does without: "open" and "build-npm" look whether the
project is there, "login", "islogin" and "cache" have nothing to do, and --port, --lang, --debug,
--appid, --ticket and --trust-project change nothing.

What it opens ends by itself when the process that called this cli is gone and no client has come for
the grace's time.
`;

const [verb, ...given] = process.argv.slice(2);
const { values, positionals } = read(verb === 'test' ? forTest(given) : process.argv.slice(2));
/** Also what a project names as its environment may be TypeScript. */
const withTypeScript = ['--import', import.meta.resolve('tsx')];
const folder = join(tmpdir(), `wechat-simulator-${userInfo().uid}`);
makePrivateFolder(folder);

/** @type {Record<string, () => void | Promise<void>>} */
const commands = {
  auto,
  close: () => close(projectFolder('close')),
  quit: () => close(null),
  open() {
    projectFolder('open');
    note('the simulator has no window to open: "auto" opens the project for automation');
  },
  'build-npm'() {
    projectFolder('build-npm');
    note('nothing to build: npm packages are read where they are installed');
  },
  login: () => note('the simulator needs no login'),
  islogin() {
    process.stdout.write(`${JSON.stringify({ login: true })}\n`);
  },
  survey,
  record,
  test,
  cache: () => note('nothing to clear: what is kept is checked against its files each time'),
};
/** Of DevTools alone. */
const refused = ['preview', 'auto-preview', 'upload', 'auto-replay', 'engine', 'cloud'];

const [command = ''] = positionals;
if (values.version) process.stdout.write(`${version()}\n`);
else if (values.help) process.stdout.write(help);
else if (Object.hasOwn(commands, command)) await commands[command]?.();
else if (refused.includes(command))
  fail(`The simulator has no "${command}": it runs programs here, and sends nothing anywhere.`);
else fail(`There is no command "${command}" here.\n\n${help}`);

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
  if (values.project === undefined) fail(`${verb} needs --project <folder>`);
  const project = resolve(values.project ?? '');
  if (!statSync(project, { throwIfNoEntry: false })?.isDirectory())
    fail(`${project}: there is no such folder`);
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
  if (folders.length === 0) fail('survey needs the folder of a mini program, or several', 2);
  await runToEnd('survey', { folders, json, limit: Number(limit) });
}

async function record() {
  const [folder = '.', ...more] = positionals.slice(1);
  if (more.length > 0) fail('record takes one folder');
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
  if (!ui) fail('test needs --ui; without it, Jest itself is the command: npx jest');
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
  if (!(grace >= 0)) fail(`--grace ${values.grace} is no number of seconds`);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    fail(`--auto-port ${values['auto-port']} is no port`);
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
      done({ error: readFileSync(log, 'utf8') || `the simulator ended with ${code}` }),
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
 * Says to all servers, or to that of one project, what a client's close() says.
 *
 * @param {string | null} project
 */
async function close(project) {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    const note = join(folder, name);
    try {
      const running = JSON.parse(readFileSync(note, 'utf8'));
      if (project === null || running.project === project) await closeOne(running.wsEndpoint);
    } catch {
      // It ended meanwhile, or without a word.
      rmSync(note, { force: true });
    }
  }
}

/** @param {string} wsEndpoint */
function closeOne(wsEndpoint) {
  return new Promise((done, failed) => {
    const socket = new WebSocket(wsEndpoint);
    socket.on('open', () =>
      socket.send(JSON.stringify({ id: 'cli', method: 'Tool.close', params: {} })),
    );
    socket.on('close', done);
    socket.on('error', failed);
  });
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
