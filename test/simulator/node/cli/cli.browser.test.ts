import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import getPort from 'get-port';
import automator from 'miniprogram-automator';
import { waiting } from '../../../../scripts/simulator/node/api/waiting';
import { openProject } from '../../../../scripts/simulator/node/cli/project';
import { openWire } from '../automator/suite';

const root = join(import.meta.dirname, '../../../..');
const cliPath = join(root, 'scripts/simulator/cli');
const fixture = join(import.meta.dirname, '../../fixtures/automator');

/**
 * Notes of what runs stand in the temporary folder: with one of its own, nobody else's simulator is
 * met.
 */
let folder: string;
let notes: string;
let env: NodeJS.ProcessEnv;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-test-'));
  notes = join(folder, 'tmp');
  mkdirSync(notes);
  env = { ...process.env, TMPDIR: notes };
});
afterAll(async () => {
  await cli('quit');
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function cli(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(cliPath, args, { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

async function auto(
  project: string,
  ...more: string[]
): Promise<{ port: number; wsEndpoint: string; stderr: string }> {
  const port = await getPort({ host: '127.0.0.1' });
  const { stdout, stderr } = await cli(
    'auto',
    '--project',
    project,
    '--auto-port',
    `${port}`,
    ...more,
  );
  return { port, wsEndpoint: stdout.trim(), stderr };
}

const running = () =>
  readdirSync(notes, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );

/** The port is free again, and what was written down about it is gone. */
const ended = (wsEndpoint: string) =>
  waiting(`${wsEndpoint} to close`, async () => {
    const open = await openWire(wsEndpoint).then(
      (wire) => {
        wire.close();
        return true;
      },
      () => false,
    );
    return !open && running().length === 0;
  });

test('a project that does not open, here because its environment is broken, is the error of Tool.getInfo, which launch() passes on as it is', async () => {
  const project = join(folder, 'environmentless');
  cpSync(fixture, project, { recursive: true });
  writeFileSync(
    join(project, 'package.json'),
    '{ "simulator": { "environment": "./environment.mjs" } }',
  );
  writeFileSync(
    join(project, 'environment.mjs'),
    "export async function openEnvironment() { throw new Error('the database is down'); }",
  );
  const { wsEndpoint } = await auto(project);
  const wire = await openWire(wsEndpoint);
  const { error } = await wire.ask('Tool.getInfo');
  // Nobody has to end it: the client does not, after such an answer.
  await wire.closed;
  await ended(wsEndpoint);
  expect(error?.message).toBe('the database is down');
});

describe('what that error says when a project does not open', () => {
  const whyNot = (project: string, account?: string) =>
    openProject(project, account).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : error),
    );

  test('because nobody of that name may hold the phone', async () => {
    expect(await whyNot(fixture, 'nobody')).toBe(
      'no test account "nobody"; there are somebody and no-phone',
    );
  });

  test('because there is no browser', async () => {
    const { CHROME_PATH, SIMULATOR_BROWSER } = process.env;
    try {
      Object.assign(process.env, { CHROME_PATH: '/no/browser', SIMULATOR_BROWSER: '' });
      expect(await whyNot(fixture)).toContain('CHROME_PATH is /no/browser');
    } finally {
      for (const [name, value] of Object.entries({ CHROME_PATH, SIMULATOR_BROWSER }))
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
    }
  });

  test('because it does not compile', async () => {
    const broken = join(folder, 'broken');
    cpSync(fixture, broken, { recursive: true });
    writeFileSync(
      join(broken, 'miniprogram/pages/home/home.wxml'),
      '<view>\n<view wx:if="{{"></view>',
    );
    expect(await whyNot(broken)).toMatch(/pages\/home\/home\.wxml:2: /);
  });
});

test("DevTools' own options are taken; a busy port and a wrong usage are said at once", async () => {
  const more = ['--port', '12345', '--lang', 'en', '--debug', '--appid', 'wx1', '--trust-project'];
  const { port, wsEndpoint } = await auto(fixture, ...more);
  expect(await cli('auto', '--project', fixture, '--auto-port', `${port}`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`EADDRINUSE: address already in use 127.0.0.1:${port}`),
  });
  expect(await cli('auto')).toMatchObject({ code: 1, stderr: 'auto needs --project <folder>\n' });
  expect(await cli('dance')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no command "dance"'),
  });

  expect(await cli('close', '--project', root)).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(running()).toHaveLength(1);
  expect(await cli('close', '--project', fixture)).toEqual({ code: 0, stdout: '', stderr: '' });
  await ended(wsEndpoint);
});

test('when the client and whoever called the cli are killed, nothing goes on', async () => {
  // Its browser too, so it has one of its own.
  const port = await getPort({ host: '127.0.0.1' });
  const script = `
    const { execFileSync } = require('node:child_process');
    const args = ['auto', '--project', ${JSON.stringify(fixture)}, '--auto-port', '${port}', '--grace', '0'];
    execFileSync(${JSON.stringify(cliPath)}, args);
    const automator = require('miniprogram-automator');
    automator.connect({ wsEndpoint: 'ws://127.0.0.1:${port}' }).then(() => console.log('connected'));
    setInterval(() => {}, 1000);`;
  const tester = spawn(process.execPath, ['-e', script], {
    cwd: root,
    env: { ...env, SIMULATOR_BROWSER: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => tester.stdout.once('data', resolve));
  tester.kill('SIGKILL');
  await ended(`ws://127.0.0.1:${port}`);
});

test('one start serves suite after suite, until it is closed', async () => {
  // The shell that called the cli is gone at once, as the one of a globalSetup.
  const port = await getPort({ host: '127.0.0.1' });
  const args = ['auto', '--project', fixture, '--auto-port', `${port}`, '--keep', '--grace', '0'];
  await new Promise((done) => {
    const command = `${cliPath} ${args.join(' ')}`;
    execFile(
      process.execPath,
      ['-e', `child_process.execSync(${JSON.stringify(command)})`],
      { env },
      done,
    );
  });
  const wsEndpoint = `ws://127.0.0.1:${port}`;
  for (let suite = 0; suite < 3; suite += 1) {
    const mini = await automator.connect({ wsEndpoint });
    expect((await mini.currentPage())?.path).toBe('pages/home/home');
    mini.disconnect();
  }
  await cli('close', '--project', fixture);
  await ended(wsEndpoint);
});

test("DevTools' own verbs are taken", async () => {
  expect(await cli('islogin')).toMatchObject({ code: 0, stdout: '{"login":true}\n' });
  expect((await cli('-v')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  for (const verb of ['open', 'build-npm'])
    expect(await cli(verb, '--project', fixture)).toMatchObject({ code: 0 });
  expect(await cli('cache', '--clean', 'all')).toMatchObject({ code: 0 });
  expect(await cli('upload')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no "upload"'),
  });
});

test('a folder that is not there is named as such', async () => {
  for (const verb of ['auto', 'open', 'close'])
    expect(await cli(verb, '--project', '/nowhere/at-all')).toMatchObject({
      code: 1,
      stderr: '/nowhere/at-all: there is no such folder\n',
    });
});

test('a project that knows nothing of the simulator is opened: what the compiler says is on stderr and in the log, edits are seen by the next reLaunch, the library is the one that the project names, and close() leaves nothing running', async () => {
  const edited = join(folder, 'edited');
  cpSync(fixture, edited, { recursive: true });
  const file = (name: string) => join(edited, 'miniprogram/pages/next', name);
  writeFileSync(file('next.json'), '{ "usingComponents": { "box": "./none" } }');
  writeFileSync(file('next.wxml'), '<view id="v">before</view>');
  writeFileSync(join(edited, 'project.private.config.json'), '{ "libVersion": "3.9.1" }');
  const { wsEndpoint, stderr } = await auto(edited);
  expect(stderr).toContain('component "box": there is no');
  const mini = await automator.connect({ wsEndpoint });
  const logged: unknown[] = [];
  mini.on('console', (entry) => logged.push(entry));
  const textOf = async () => {
    await mini.callWxMethod('reLaunch', { url: '/pages/next/next' });
    return (await (await mini.currentPage())?.$('#v'))?.text();
  };
  expect(await textOf()).toBe('before');
  writeFileSync(file('next.wxml'), '<view id="v">after</view>');
  expect(await textOf()).toBe('after');
  expect(await mini.systemInfo()).toMatchObject({ SDKVersion: '3.9.1' });
  await waiting('the log', async () => JSON.stringify(logged).includes('component \\"box\\"'));
  await mini.close();
  await ended(wsEndpoint);
});
