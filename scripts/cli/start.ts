import { styleText } from 'node:util';
import { onEndSignal } from '@mini-login/platform/processes';
import { Command, InvalidArgumentError } from 'commander';
import getPort, { portNumbers } from 'get-port';
import { chosenBrand } from '../brand/choice';
import { readExtFile, readTemplatePack } from '../brand/ext';
import { BrandError } from '../brand/pack/pack';
import { startHelp as help } from '../messages/help';
import { say } from '../messages/say';
import { root } from '../setup/say.mjs';
import { startBrandedEnvironment } from '../workbench/branded-environment';
import { step } from './progress';

const usual = 5180;

export const command = new Command('start')
  .description(say(help.about()))
  .option('-p, --port <number>', say(help.port(usual)), readPort)
  .option('--brand <name>', say(help.brand()))
  .option('--ext <file>', say(help.ext()))
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
  const environment = await step(say(help.starting(brand)), () =>
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
