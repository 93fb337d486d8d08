import { readFileSync } from 'node:fs';
import { onEndSignal } from '@mini-login/platform/processes';
import { Command, InvalidArgumentError } from 'commander';
import getPort, { portNumbers } from 'get-port';
import { z } from 'zod';
import { createClock } from './base/clock';
import { faultRules } from './contract/fault';
import { isRedirectUri } from './genauth/authorize/redirect-uri';
import type { Sandbox, SandboxOptions } from './sandbox';
import { startSandbox } from './start';

const usual = 5190;
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

interface Options {
  readonly port?: number;
  readonly wechatPort?: number;
  readonly host: string;
  readonly origin?: string;
  readonly data?: string;
  readonly faults?: NonNullable<SandboxOptions['faults']>;
  readonly https?: boolean;
  /** True: the option without a port. */
  readonly proxy?: number | true;
  readonly authority?: string;
  readonly redirectUri?: readonly string[];
}

/** What `mini-login-sandbox` and `npm run sandbox` do. */
export const command = new Command('mini-login-sandbox')
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
  .option('--https', 'both servers speak TLS, with certificates of an authority of their own')
  .option(
    '--proxy [port]',
    'an HTTP proxy for clients with fixed hosts: api.weixin.qq.com, *.authing.cn, *.genauth.ai',
    readPort,
  )
  .option(
    '--authority <folder>',
    'keeps the authority of --https and --proxy there (default: in the folder of --data; without one it goes when the sandbox ends)',
  )
  .option(
    '--redirect-uri <uri>',
    'where the demo application may be answered after the sign-in page; may come several times',
    readRedirectUri,
  )
  .showHelpAfterError('(--help says what there is)')
  .action(run);

async function run({ host, port, wechatPort, proxy, redirectUri, ...options }: Options) {
  const genauth = port ?? (await nextFree(host, usual));
  const wechat = wechatPort ?? (genauth === 0 ? 0 : await nextFree(host, genauth + 1));
  const proxyPort = proxy === true ? await nextFree(host, Math.max(usual, wechat) + 1) : proxy;
  const sandbox = await startSandbox({
    ...options,
    ...(proxyPort === undefined ? {} : { proxy: { port: proxyPort } }),
    ...(redirectUri === undefined ? {} : { tenant: { app: { redirectUris: redirectUri } } }),
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
  onEndSignal(end);
}

function welcome({ genauth, wechat, people, proxy, authority }: Sandbox): string {
  const { app, connection } = genauth.tenant;
  return [
    '',
    `  GenAuth   ${genauth.url}   issuer ${genauth.issuer}`,
    `  WeChat    ${wechat.url}`,
    ...(proxy ? [`  Proxy     ${proxy.url}   HTTPS_PROXY=${proxy.url}`] : []),
    ...(authority ? [`  Authority ${authority.file}   NODE_EXTRA_CA_CERTS=${authority.file}`] : []),
    '',
    `  application ${app.id}, connection ${connection.identifier}, mini program ${connection.appid}`,
    `  people: ${people.map(({ id }) => id).join(', ')}`,
    '',
    `  curl -s ${authority ? `--cacert ${authority.file} ` : ''}${genauth.url}/health`,
    '  A double for development: not for production. docs/sandbox.md says more. Ctrl-C ends it.',
    '',
    '',
  ].join('\n');
}

/** Where nobody can listen at all, the server itself says why. */
function nextFree(host: string, wanted: number): Promise<number> {
  return getPort({
    host,
    port: portNumbers(Math.min(wanted, 65_535), Math.min(wanted + 100, 65_535)),
  }).catch(() => wanted);
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

function readRedirectUri(uri: string, before: readonly string[] = []): readonly string[] {
  if (!isRedirectUri(uri))
    throw new InvalidArgumentError('A redirect URI is absolute and has no fragment.');
  return [...before, uri];
}

function readFaults(file: string): NonNullable<SandboxOptions['faults']> {
  const rules = faultRules.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!rules.success) throw new InvalidArgumentError(z.prettifyError(rules.error));
  return rules.data;
}
