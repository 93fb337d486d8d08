import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import automator from 'miniprogram-automator';
import { COUNT, checkOptions, FLAG, NAME, optional, WAIT } from './arguments';
import { type Program, type ProgramOptions, programOf } from './program';
import { runWatcher } from './run-watcher';

/** Next to this file's folder, in the sources and in the package. */
const ownCli = join(import.meta.dirname, '../node/cli/main.mjs');

const LAUNCH = { ...WAIT, project: NAME, cliPath: optional(NAME), port: optional(COUNT) };

export interface LaunchOptions extends ProgramOptions {
  /** The mini program's folder. */
  readonly project: string;
  /**
   * DevTools' cli, to run there; default: `WECHAT_DEVTOOLS_CLI`, else the simulator that comes with
   * this package.
   */
  readonly cliPath?: string;
  /** Default: any that is free. */
  readonly port?: number;
}

/**
 * Opens a project and drives it. `close()` ends what was started.
 *
 * @throws With what the cli says: a project that does not compile, a browser that is not there.
 */
export async function launch(given: LaunchOptions): Promise<Program> {
  checkOptions('launch', given, LAUNCH);
  const { project, cliPath, port, ...options } = given;
  const devTools = cliPath ?? process.env.WECHAT_DEVTOOLS_CLI;
  const [command, first] = devTools ? [devTools, []] : [process.execPath, [ownCli]];
  const listen = port ?? (await freePort());
  const folder = resolve(project);
  const wsEndpoint = `ws://127.0.0.1:${listen}`;
  // Before it is there: who ends the run in the middle of this ends it too.
  if (!devTools) runWatcher()?.launching(wsEndpoint, folder);
  await run(command, [...first, 'auto', '--project', folder, '--auto-port', `${listen}`]);
  return await connect({ wsEndpoint, ...options, ends: true });
}

export interface ConnectOptions extends ProgramOptions {
  readonly wsEndpoint: string;
  /** `close()` ends the other side too. */
  readonly ends?: boolean;
}

/** To what listens already: `cli auto --project . --auto-port 9420`. */
export async function connect(given: ConnectOptions): Promise<Program> {
  checkOptions('connect', given, { ...WAIT, wsEndpoint: NAME, ends: FLAG });
  const { wsEndpoint, ends = false, ...options } = given;
  const mini = await automator.connect({ wsEndpoint });
  return await programOf(mini, options, async () => {
    // In UI mode the phone stays, to be looked at.
    if (ends && !runWatcher()?.keep(wsEndpoint)) await mini.close();
    else mini.disconnect();
  });
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.once('error', failed);
    child.once('exit', (code) => {
      child.stderr.destroy();
      if (code === 0) done();
      else failed(new Error(said.trim() || `${command} ended with ${code}`));
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
