import { networkInterfaces } from 'node:os';
import { styleText } from 'node:util';
import { onEndSignal } from '@mini-login/platform/processes';
import { Command, InvalidArgumentError } from 'commander';
import getPort, { portNumbers } from 'get-port';
import { chosenBrand } from '../brand/choice';
import { readExtFile, readTemplatePack } from '../brand/ext';
import { BrandError } from '../brand/pack/pack';
import { drawQr } from '../deploy/upload/qr';
import { startHelp as help } from '../messages/help/start';
import { listedInWords, say } from '../messages/say';
import { root } from '../setup/say.mjs';
import { startBrandedEnvironment } from '../workbench/branded-environment';
import { addressesForPhones, isNear } from '../workbench/lan/addresses';
import type { PhoneLink } from '../workbench/lan/link';
import { listenToPhones, type PhoneListeners } from '../workbench/lan/listener';
import { step } from './progress';

const usual = 5180;

export const command = new Command('start')
  .description(say(help.about()))
  .option('-p, --port <number>', say(help.port(usual)), readPort)
  .option('--brand <name>', say(help.brand()))
  .option('--ext <file>', say(help.ext()))
  .option('--lan [address]', say(help.lan()), readAddress)
  .action(async (options: Options) => {
    try {
      await start(options);
    } catch (error) {
      if (!(error instanceof BrandError)) throw error;
      process.stderr.write(`${error.problems.join('\n')}\n`);
      process.exitCode = 1;
    }
  });

interface Options {
  readonly port?: number;
  readonly ext?: string;
  /** true: every address by which phones reach this machine. */
  readonly lan?: string | true;
}

async function start({ port: wanted = usual, ext: file, lan }: Options): Promise<void> {
  const addresses = lan === undefined ? [] : addressesOf(lan);
  const port = await freePort(wanted);
  const ext = file === undefined ? undefined : readExtFile(file);
  const brand =
    ext === undefined ? chosenBrand(root) : readTemplatePack(root, process.env.BRAND).name;
  let phones: PhoneListeners | null = null;
  const environment = await step(say(help.starting(brand)), () =>
    startBrandedEnvironment(root, brand, port, { ext, links: () => phones?.links ?? [] }),
  );
  endOnSignal({
    close: async () => {
      await phones?.close();
      await environment.close();
    },
  });
  if (addresses.length > 0)
    phones = await listenToPhones(addresses, environment.url).catch(async (error: unknown) => {
      await environment.close();
      throw new BrandError([say(help.noListener(listedInWords(addresses), messageOf(error)))]);
    });
  for (const problem of environment.state().problems) process.stderr.write(`${problem}\n`);
  process.stdout.write(
    welcome(environment.url, wanted === port || wanted === 0 ? null : { wanted, port }),
  );
  if (phones !== null) process.stdout.write(forPhones(phones.links, process.stdout.isTTY));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function addressesOf(lan: string | true): readonly string[] {
  const found = lan === true ? addressesForPhones(networkInterfaces()) : [lan];
  if (found.length === 0) throw new BrandError([say(help.noNetwork())]);
  return found;
}

function freePort(wanted: number): Promise<number> {
  return wanted === 0
    ? Promise.resolve(0)
    : getPort({ host: '127.0.0.1', port: portNumbers(wanted, Math.min(wanted + 100, 65_535)) });
}

function welcome(
  url: string,
  moved: { readonly wanted: number; readonly port: number } | null,
): string {
  const style = process.stdout.isTTY ? styleText : (_format: unknown, text: string) => text;
  return [
    '',
    `  ${style('bold', say(help.title()))}`,
    '',
    `  ${style('green', '➜')}  ${style('cyan', `${url}/`)}`,
    ...(moved === null ? [] : [`     ${say(help.moved(moved.wanted, moved.port))}`]),
    '',
    `  ${say(help.what())}`,
    `  ${say(help.doubles())}`,
    `  ${say(help.edit())}`,
    '',
    '',
  ].join('\n');
}

/**
 * The codes, for a person who sees them. A file or a CI's log is read by others: no token there.
 */
export function forPhones(links: readonly PhoneLink[], isTerminal: boolean): string {
  if (!isTerminal) return `  ${say(help.phonesInWorkbench())}\n\n`;
  return links
    .map(({ host, url }) => `  ${say(help.phones(host))}\n\n${drawQr(url)}\n  ${url}\n\n`)
    .join('');
}

function readAddress(text: string): string {
  if (!isNear(text)) throw new InvalidArgumentError(say(help.noAddress()));
  return text;
}

/** At once, even while a browser holds its connections open. */
function endOnSignal(environment: { close(): Promise<void> }): void {
  let ending = false;
  const end = () => {
    // A terminal's Ctrl-C reaches this process twice: by itself and passed on by the launcher.
    if (ending) return;
    ending = true;
    const late = setTimeout(() => process.exit(0), 700);
    environment.close().then(
      () => {
        clearTimeout(late);
        process.exit(0);
      },
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  onEndSignal(end);
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError(say(help.noPort()));
  return port;
}
