import { readFileSync } from 'node:fs';
import {
  createClock,
  faultRules,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '@mini-login/sandbox';
import { Command, InvalidArgumentError } from 'commander';
import getPort, { portNumbers } from 'get-port';
import { z } from 'zod';

const usual = 5190;
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

interface Options {
  readonly port?: number;
  readonly wechatPort?: number;
  readonly host: string;
  readonly origin?: string;
  readonly data?: string;
  readonly faults?: NonNullable<SandboxOptions['faults']>;
}

const command = new Command('npm run sandbox --')
  .description(
    "Doubles of GenAuth and of WeChat's servers, for any SDK or app under development. Not for production: every secret in\n" +
      'here is public. docs/sandbox.md says what they can do and how to change what they do.',
  )
  .option(
    '-p, --port <number>',
    `GenAuth's port; 0: a free one (default: ${usual}, or the next that is free)`,
    readPort,
  )
  .option(
    '--wechat-port <number>',
    "WeChat's port; 0: a free one (default: the one after GenAuth's)",
    readPort,
  )
  .option(
    '--host <address>',
    'where to listen; any other than loopback lets your network in',
    '127.0.0.1',
  )
  .option(
    '--origin <url>',
    "how others reach GenAuth, for tokens and discovery (default: GenAuth's own address)",
    readOrigin,
  )
  .option(
    '--data <folder>',
    'keep everything in this folder (default: nothing outlives the process)',
  )
  .option('--faults <file>', 'JSON list of faults that are in store from the start', readFaults)
  .showHelpAfterError('(npm run sandbox -- --help says what there is)')
  .action(run);

command.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

async function run({ host, port, wechatPort, ...options }: Options): Promise<void> {
  const genauth = port ?? (await nextFree(host, usual));
  const wechat = wechatPort ?? (genauth === 0 ? 0 : await nextFree(host, genauth + 1));
  const sandbox = await startSandbox({
    ...options,
    clock: createClock(),
    host,
    ports: { genauth, wechat },
  });
  if (!LOOPBACK.includes(host)) {
    process.stderr.write(
      `\n  WARNING: listening on ${host}. Everybody who reaches this address can sign in as anybody and change the sandbox.\n` +
        '  It is a double for development: never use it in production, and never with real people.\n\n',
    );
  }
  process.stdout.write(welcome(sandbox));
  const end = () => void sandbox.close().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

function welcome({ genauth, wechat, people }: Sandbox): string {
  const { app, connection } = genauth.tenant;
  return [
    '',
    `  GenAuth   ${genauth.url}   issuer ${genauth.issuer}`,
    `  WeChat    ${wechat.url}`,
    '',
    `  application ${app.id}, connection ${connection.identifier}, mini program ${connection.appid}`,
    `  people: ${people.map(({ id }) => id).join(', ')}`,
    '',
    `  curl -s ${genauth.url}/health`,
    '  A double for development: not for production. docs/sandbox.md says more. Ctrl-C ends it.',
    '',
    '',
  ].join('\n');
}

function nextFree(host: string, wanted: number): Promise<number> {
  return getPort({
    host,
    port: portNumbers(Math.min(wanted, 65_535), Math.min(wanted + 100, 65_535)),
  });
}

function readPort(text: string): number {
  const port = Number(text);
  if (text.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('A port is a whole number up to 65535.');
  return port;
}

function readOrigin(text: string): string {
  if (
    !/^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : '') ||
    new URL(text).origin !== text.replace(/\/$/, '')
  )
    throw new InvalidArgumentError(
      'An origin is scheme, host and port, as https://genauth.example.',
    );
  return new URL(text).origin;
}

function readFaults(file: string): NonNullable<SandboxOptions['faults']> {
  const rules = faultRules.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!rules.success) throw new InvalidArgumentError(z.prettifyError(rules.error));
  return rules.data;
}
