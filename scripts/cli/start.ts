import { styleText } from 'node:util';
import { onEndSignal } from '@mini-login/platform/processes';
import { Command, InvalidArgumentError } from 'commander';
import getPort, { portNumbers } from 'get-port';
import { chosenBrand } from '../brand/choice';
import { readExtFile, readTemplatePack } from '../brand/ext';
import { BrandError } from '../brand/pack/pack';
import { root } from '../setup/say.mjs';
import { startBrandedEnvironment } from '../workbench/branded-environment';
import { step } from './progress';

const usual = 5180;

export const command = new Command('start')
  .description(
    'Opens a phone in your browser: a demo app, the mini program, and a timeline of everything between them.\n' +
      "WeChat's and GenAuth's servers are doubles on this machine. Changes in miniprogram/ and brands/ show at once.",
  )
  .option(
    '-p, --port <number>',
    `port to listen on; when it is busy, the next free one (default: ${usual})`,
    readPort,
  )
  .option('--brand <name>', 'a folder in brands/, for this once; the workbench can change it')
  .option(
    '--ext <file>',
    'the template with this brand: an ext_json, as brand -- <name> --ext prints it',
  )
  .action(async ({ port = usual, ext }: { port?: number; ext?: string }) => {
    try {
      await start(port, ext);
    } catch (error) {
      if (!(error instanceof BrandError)) throw error;
      process.stderr.write(`${error.problems.join('\n')}\n`);
      process.exitCode = 1;
    }
  });

async function start(wanted: number, file: string | undefined): Promise<void> {
  const port = await freePort(wanted);
  const ext = file === undefined ? undefined : readExtFile(file);
  const brand =
    ext === undefined ? chosenBrand(root) : readTemplatePack(root, process.env.BRAND).name;
  const environment = await step(`Start the phone's server and the doubles, with ${brand}`, () =>
    startBrandedEnvironment(root, brand, port, ext),
  );
  endOnSignal(environment);
  for (const problem of environment.state().problems) process.stderr.write(`${problem}\n`);
  process.stdout.write(
    welcome(environment.url, wanted === port || wanted === 0 ? null : { wanted, port }),
  );
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
    `  ${style('bold', 'Mini-login workbench')}`,
    '',
    `  ${style('green', '➜')}  ${style('cyan', `${url}/`)}`,
    ...(moved === null ? [] : [`     Port ${moved.wanted} is busy, so this is ${moved.port}.`]),
    '',
    '  A phone with a demo app, the mini program, and everything that happens between them.',
    "  WeChat's and GenAuth's servers are doubles: nothing leaves this machine.",
    '  Edit a file in miniprogram/ or brands/ and the phone follows. Ctrl-C ends it.',
    '',
    '',
  ].join('\n');
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
    throw new InvalidArgumentError('A port is a whole number up to 65535.');
  return port;
}
