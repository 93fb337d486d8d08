import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { bundleCommand } from './bundle-command';

const root = join(import.meta.dirname, '../..');
const outfile = join(root, `out/sandbox-command-${process.pid}.mjs`);
const children: ChildProcess[] = [];

beforeAll(() => bundleCommand(outfile));
afterEach(() => {
  for (const child of children.splice(0)) child.kill();
});
afterAll(() => rmSync(outfile, { force: true }));

interface Outcome {
  readonly child: ChildProcess;
  readonly text: string;
  /** Null: it runs. */
  readonly exitCode: number | null;
}

/** Until it runs or has ended. */
function run(...args: readonly string[]): Promise<Outcome> {
  // One pipe for both, so that what is said first comes first.
  const command = ['-c', 'exec "$@" 2>&1', 'sh', process.execPath, outfile, ...args];
  const child = spawn('sh', command, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  let text = '';
  return new Promise((resolve) => {
    const read = (data: unknown) => {
      text += String(data);
      if (/Ctrl-C ends it/.test(text)) resolve({ child, text, exitCode: null });
    };
    child.stdout.on('data', read);
    child.once('close', (exitCode) => resolve({ child, text, exitCode }));
  });
}

const genauthOf = ({ text }: Outcome) => text.match(/GenAuth +(http\S+)/)?.[1] ?? '';

describe('npm run sandbox', () => {
  test('runs twice at once, and each ends when it is told to', async () => {
    const both = [await run(), await run()];
    expect(new Set(both.map(genauthOf)).size).toBe(2);
    for (const one of both) {
      expect((await fetch(`${genauthOf(one)}/health`)).status).toBe(200);
      const ended = new Promise((resolve) => one.child.once('exit', resolve));
      one.child.kill('SIGTERM');
      expect(await ended).toBe(0);
    }
  });

  test('keeps to the port that it was given, or says that it is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    try {
      const { exitCode, text } = await run('--port', port, '--wechat-port', '0');
      expect([exitCode, text]).toEqual([1, expect.stringContaining('EADDRINUSE')]);
      // What to do, not only what is wrong.
      expect(text).toContain(`lsof -i :${port}`);
      expect(text).toContain('--port <number>');
      const other = await run('--port', '0', '--wechat-port', port);
      expect(other.text).toContain('--wechat-port <number>');
      const proxy = await run('--port', '0', '--proxy', port);
      expect(proxy.text).toContain('--proxy <number>');
    } finally {
      taken.close();
    }
  });

  test('names the public origin in tokens and discovery, and answers to that name', async () => {
    const running = await run('--port', '0', '--origin', 'https://genauth.example');
    const url = genauthOf(running);
    const discovery = await (await fetch(`${url}/oidc/.well-known/openid-configuration`)).json();
    expect(discovery).toMatchObject({
      issuer: 'https://genauth.example/oidc',
      token_endpoint: 'https://genauth.example/oidc/token',
    });
  });

  test('is loud where others can reach it, and only there', async () => {
    expect((await run('--port', '0', '--host', '0.0.0.0')).text).toContain(
      'WARNING: listening on 0.0.0.0',
    );
    expect((await run('--port', '0')).text).not.toContain('WARNING');
  });

  test.each([
    [['--port', 'many'], 'whole number'],
    [['--origin', 'genauth.example'], 'scheme, host and port'],
    [['--origin', 'https://genauth.example/path'], 'scheme, host and port'],
    [['--redirect-uri', '/callback'], 'absolute'],
    [['--magic'], "unknown option '--magic'"],
  ])('refuses %j as wrong usage', async (args, words) => {
    await expectRefusal(args, 2, words);
  });

  test.each([
    [['--faults', '/nowhere.json'], 'nowhere.json'],
    [['--host', '192.0.2.1'], 'no address of this machine'],
  ])('says what %j lacks here', async (args, words) => {
    await expectRefusal(args, 1, words);
  });

  async function expectRefusal(args: readonly string[], code: number, words: string) {
    const { exitCode, text } = await run(...args);
    expect([exitCode, text]).toEqual([code, expect.stringContaining(words)]);
    expect(text).not.toMatch(/^ {4}at /m);
  }

  test('--help says what there is', async () => {
    const { exitCode, text } = await run('--help');
    expect(exitCode).toBe(0);
    for (const option of [
      '--port',
      '--wechat-port',
      '--host',
      '--origin',
      '--data',
      '--faults',
      '--https',
    ])
      expect(text).toContain(option);
  });
});
