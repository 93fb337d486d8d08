import { serve } from '@hono/node-server';
import { Command, InvalidArgumentError, Option } from 'commander';

interface Options {
  readonly port: number;
  readonly sandbox: string;
  readonly contract: 'session' | 'sealed';
  readonly origin?: string;
}

/** The server's half of a login for an app under development, with the sandbox as its GenAuth. */
export const command = new Command('backend')
  .description(
    "The server's half of a login (kits/server/README.md), for an app under development; its GenAuth is `npm run sandbox`.\n" +
      'POST /play {"path", "person"?, "does"?, "comes"?} answers with what the mini program would send back, for emulators without WeChat.\n' +
      'does: agree, cancel, deny-phone. comes: once, twice, button, forged, late.',
  )
  .option('-p, --port <number>', 'where it listens, on this machine alone', readPort, 8080)
  .option('--sandbox <url>', 'where the sandbox listens', 'http://127.0.0.1:5190')
  .addOption(
    new Option('--contract <name>', 'what it asks the mini program for')
      .choices(['session', 'sealed'])
      .default('sealed'),
  )
  .option(
    '--origin <url>',
    'how the app reaches it, as http://10.0.2.2:8080 from an Android emulator',
  )
  .action(run);

async function run({ port, sandbox, contract, origin }: Options): Promise<void> {
  const url = `http://127.0.0.1:${port}`;
  const { brand } = await import('../../../miniprogram/brand');
  const { createDevBackend } = await import('../../backend/dev-backend');
  const fetch = await createDevBackend({
    sandbox,
    contract,
    brand,
    origins: () => [url, ...(origin === undefined ? [] : [origin])],
  });
  const server = serve({ fetch, hostname: '127.0.0.1', port }, () => {
    process.stdout.write(
      `\n  ${url}   ${contract}, GenAuth is ${sandbox}\n  Not for production. Ctrl-C ends it.\n\n`,
    );
  });
  server.once('error', (error: Error & { readonly code?: string }) => {
    end(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is in use. End what listens there, or take another: --port ${port + 1}`
        : error.message,
    );
  });
}

function end(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('A port is a whole number up to 65535.');
  return port;
}
