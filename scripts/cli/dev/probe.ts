import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { buildProbe } from '../../probe/build';
import { compareReports, comparisonText } from '../../probe/compare';
import { readFacts } from '../../probe/facts';
import { askGenAuth } from '../../probe/genauth/ask';
import { genauthText } from '../../probe/genauth/text';
import { parseReport } from '../../probe/report';
import { probeSimulator } from '../../probe/simulate';
import { root } from '../../setup/say.mjs';
import { step } from '../progress';

interface Options {
  readonly compare?: string;
  readonly build?: boolean;
  readonly appid?: string;
  readonly screenshot?: string;
  readonly genauth?: string;
  readonly app?: string;
  readonly connection?: string;
  readonly console?: string;
}

/** `npm run dev -- probe`: what docs/wechat.md assumes, asked of the simulator and of the real thing. */
export const command = new Command('probe')
  .description(
    'Asks the simulator what docs/wechat.md assumes of WeChat, and prints the answers as JSON.',
  )
  .option(
    '--compare <file>',
    'a report from a phone or from DevTools (its JSON, or the texts of its QR codes): where it differs',
  )
  .option('--build', 'only write the probe to out/probe, for WeChat DevTools and for a phone')
  .option('--appid <appid>', "with --build: your mini program's AppID, for a preview on a phone")
  .option('--screenshot <file>', "a picture of the probe's page at the end")
  .option(
    '--genauth <origin>',
    "instead: ask GenAuth's deployment what can be asked without an account, https://core.genauth.ai",
    origin,
  )
  .option('--app <id>', "with --genauth: the application's id")
  .option(
    '--connection <id>',
    "with --genauth: the connection's Unique ID; without it no code is tried",
  )
  .option(
    '--console <origin>',
    'with --genauth: where the public configuration is served, when that is another host',
    origin,
  )
  .addHelpText(
    'after',
    '\nExit code 0: asked, or nothing differs; 1: something differs; 2: it could not be asked.\ndocs/device-check.md: the first half hour with a phone.\n',
  )
  .action(probe);

/** What could not be asked is neither an answer nor a difference. */
async function probe(options: Options): Promise<void> {
  try {
    await ask(options);
  } catch (error) {
    if (error instanceof CommanderError) throw error;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}

async function ask({ compare, build, appid, screenshot, ...genauth }: Options): Promise<void> {
  if (genauth.genauth !== undefined) return probeGenAuth(genauth.genauth, genauth);
  if (build === true) {
    const folder = await buildProbe(appid === undefined ? {} : { appid });
    process.stdout.write(`Open ${relative(root, folder)} in WeChat DevTools.\n`);
    return;
  }
  // Before the browser starts: a wrong file should not take seconds to be refused.
  const real = compare === undefined ? undefined : parseReport(readFileSync(compare, 'utf8'));
  const simulator = await step('Ask the simulator', () =>
    probeSimulator(screenshot === undefined ? {} : { screenshot }),
  );
  if (real === undefined) {
    process.stdout.write(`${JSON.stringify(simulator, null, 2)}\n`);
    return;
  }
  const findings = compareReports(simulator, real, readFacts('wechat'));
  process.stdout.write(comparisonText(findings, real));
  process.exitCode = findings.some(({ kind }) => kind === 'differs') ? 1 : 0;
}

async function probeGenAuth(
  host: string,
  { app, ...rest }: Pick<Options, 'app' | 'connection' | 'console'>,
): Promise<void> {
  if (app === undefined)
    return command.error('--genauth needs --app, the id of an application there (24 hex)');
  const deployment = { host, app, ...rest };
  const findings = await askGenAuth(deployment);
  process.stdout.write(genauthText(findings, deployment, readFacts('genauth')));
  process.exitCode = findings.some(({ differences }) => differences.length > 0) ? 1 : 0;
}

/** Codes and ids must not cross a network in the clear; a server of this machine may. */
function origin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isLocal = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost';
  if (
    url === null ||
    (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) ||
    url.pathname !== '/'
  ) {
    throw new InvalidArgumentError('must be an https origin, such as https://core.genauth.ai');
  }
  return url.origin;
}
