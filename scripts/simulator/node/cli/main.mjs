// What `scripts/simulator/cli` runs: plain JavaScript, because it must be quick. The official
// client starts it like DevTools' own cli, reads nothing of what it says, and counts 15 s from its
// end.
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { WebSocket } from 'ws';

const help = `Usage: cli <command> [options]

Stands in for WeChat DevTools' cli, for miniprogram-automator's launch({cliPath, projectPath}).

Commands:
  auto --project <folder> [--auto-port <port>]   open the project and listen for automation (default port: 9420)
       --auto-account <id>                       who holds the phone
       --lenient                                 attribute selectors too, which WeChat does not promise
  close --project <folder>                       close that project
  quit                                           close all projects

What it opens ends by itself when its client, or the process that called this cli, is gone.
`;

const { values, positionals } = read(process.argv.slice(2));
const folder = join(tmpdir(), `wechat-simulator-${userInfo().uid}`);
mkdirSync(folder, { recursive: true, mode: 0o700 });

switch (positionals[0]) {
  case 'auto':
    await auto();
    break;
  case 'close':
    await close(
      values.project === undefined
        ? fail('close needs --project <folder>')
        : resolve(values.project),
    );
    break;
  case 'quit':
    await close(null);
    break;
  default:
    if (values.help) process.stdout.write(help);
    else fail(`There is no command "${positionals[0] ?? ''}" here.\n\n${help}`);
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
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** Starts a process that goes on by itself, and returns when it listens. */
async function auto() {
  const port = Number(values['auto-port']);
  if (values.project === undefined) fail('auto needs --project <folder>');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    fail(`--auto-port ${values['auto-port']} is no port`);
  const options = {
    project: resolve(values.project ?? ''),
    port,
    account: values['auto-account'],
    lenient: values.lenient,
    owner: process.ppid,
    note: join(folder, `${process.pid}.json`),
  };
  const log = join(folder, `${process.pid}.log`);
  const script = join(import.meta.dirname, 'serve.ts');
  const server = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), script, JSON.stringify(options)],
    {
      cwd: options.project,
      detached: true,
      stdio: ['ignore', 'ignore', openSync(log, 'w'), 'ipc'],
      windowsHide: true,
    },
  );
  const answer = await new Promise((done) => {
    server.once('message', done);
    server.once('error', (error) => done({ error: error.message }));
    server.once('exit', (code) =>
      done({ error: readFileSync(log, 'utf8') || `the simulator ended with ${code}` }),
    );
  });
  rmSync(log, { force: true });
  if ('error' in answer) fail(answer.error);
  process.stdout.write(`${answer.wsEndpoint}\n`);
  server.disconnect();
  server.unref();
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
 * @returns {never}
 */
function fail(message) {
  process.stderr.write(`${message.trimEnd()}\n`);
  process.exit(1);
}
