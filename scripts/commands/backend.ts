import { serve } from '@hono/node-server';
import { Command, Option } from 'commander';
import { brand } from '../../miniprogram/brand';
import { createDevBackend } from '../backend/dev-backend';

/**
 * `npm run backend`: the server's half of a login for an app under development, with the sandbox as
 * its GenAuth.
 */
const { port, sandbox, contract, origin } = new Command('npm run backend --')
  .description(
    "The server's half of a login (kits/server/README.md), for an app under development; its GenAuth is `npm run sandbox`.\n" +
      'POST /play {"path", "person"?, "does"?, "comes"?} answers with what the mini program would send back, for emulators without WeChat.\n' +
      'does: agree, cancel, deny-phone. comes: once, twice, button, forged, late.',
  )
  .option('-p, --port <number>', 'where it listens, on this machine alone', Number, 8080)
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
  .parse()
  .opts<{ port: number; sandbox: string; contract: 'session' | 'sealed'; origin?: string }>();

const url = `http://127.0.0.1:${port}`;
try {
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
} catch (error) {
  end(error instanceof Error ? error.message : String(error));
}

function end(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
