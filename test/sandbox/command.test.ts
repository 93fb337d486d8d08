import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { CommanderError } from 'commander';
import { command } from '../../scripts/sandbox/command';
import { bundleCommand } from './bundle-command';

let script: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  script = await bundleCommand();
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill();
});

interface Outcome {
  readonly child: ChildProcess;
  readonly text: string;
  /** Null: it runs. */
  readonly exitCode: number | null;
}

/** A process of its own, until it runs or has ended. */
function run(...args: readonly string[]): Promise<Outcome> {
  // One pipe for both, so that what is said first comes first.
  const command = ['-c', 'exec "$@" 2>&1', 'sh', process.execPath, script, ...args];
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

interface Refusal {
  readonly isWrongUsage: boolean;
  readonly text: string;
}

/** In this process, where a command line comes to nothing. */
async function refusalOf(...args: readonly string[]): Promise<Refusal> {
  let text = '';
  command.exitOverride().configureOutput({
    writeErr(written) {
      text += written;
    },
  });
  try {
    await command.parseAsync([...args], { from: 'user' });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { isWrongUsage: error instanceof CommanderError, text: `${text}${message}` };
  }
  throw new Error(`it took ${args.join(' ')}`);
}

const genauthOf = ({ text }: Outcome) => text.match(/GenAuth +(http\S+)/)?.[1] ?? '';

describe('npm run sandbox', () => {
  test('runs twice at once, and each ends when it is told to', async () => {
    const both = [await run(), await run()];
    expect(new Set(both.map(genauthOf)).size).toBe(2);
    expect(both.filter(({ text }) => text.includes('WARNING'))).toEqual([]);
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
      const other = await refusalOf('--port', '0', '--wechat-port', port);
      expect(other.text).toContain('--wechat-port <number>');
      const proxy = await refusalOf('--port', '0', '--proxy', port);
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

  test('is loud where others can reach it', async () => {
    expect((await run('--port', '0', '--host', '0.0.0.0')).text).toContain(
      'WARNING: listening on 0.0.0.0',
    );
  });

  test.each([
    [2, ['--magic'], "unknown option '--magic'"],
    [1, ['--host', '192.0.2.1'], 'no address of this machine'],
  ])('ends with %i and words for %j', async (code, args, words) => {
    const { exitCode, text } = await run(...args);
    expect([exitCode, text]).toEqual([code, expect.stringContaining(words)]);
    expect(text).not.toMatch(/^ {4}at /m);
  });

  test.each([
    [['--port', 'many'], 'whole number'],
    [['--origin', 'genauth.example'], 'scheme, host and port'],
    [['--origin', 'https://genauth.example/path'], 'scheme, host and port'],
    [['--redirect-uri', '/callback'], 'absolute'],
    [['--faults', '/nowhere.json'], 'nowhere.json'],
  ])('refuses %j in words', async (args, words) => {
    const { isWrongUsage, text } = await refusalOf(...args);
    expect(text).toContain(words);
    expect(isWrongUsage).toBe(!args.includes('--faults'));
  });

  test('--help says what there is', () => {
    const text = command.helpInformation();
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
