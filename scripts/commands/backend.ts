import { serve } from '@hono/node-server';
import { guardLocalServer } from '@mini-login/local-server/guard';
import { createBackend, mapOrigins } from '@mini-login/server';
import { playMiniProgram } from '@mini-login/server/play';
import { Command, Option } from 'commander';
import { Hono } from 'hono';
import { z } from 'zod';

/**
 * `npm run backend`: the server's half of a login for an app under development, with the sandbox as
 * its GenAuth.
 */
const { port, sandbox, contract, origin } = new Command('npm run backend --')
  .description(
    "The server's half of a login (docs/host-app.md#your-servers-half), for an app under development; its GenAuth is `npm run sandbox`.\n" +
      'POST /play {"path", "person"?} answers with the {"text"} that the mini program would send back: for emulators without WeChat.',
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

const stage = z.object({
  genauth: z.object({ issuer: z.string(), appId: z.string(), connection: z.string() }),
});
const asked = z.strictObject({ path: z.string(), person: z.string().default('new') });

const { genauth } = stage.parse(await (await fetch(`${sandbox}/sandbox`)).json());
const issuerOrigin = new URL(genauth.issuer).origin;
const world = {
  fetch: mapOrigins({ [issuerOrigin]: sandbox, [sandbox]: sandbox }, fetch),
  now: Date.now,
};
const handler = createBackend({
  registration: {
    genauth: issuerOrigin,
    console: issuerOrigin,
    appId: genauth.appId,
    connection: genauth.connection,
    userPoolId: '',
    userPoolSecret: '',
  },
  world,
  contract,
  startSession: ({ who }) => Promise.resolve({ person: who }),
});

const url = `http://127.0.0.1:${port}`;
const app = new Hono();
app.use(guardLocalServer({ origins: () => [url, ...(origin === undefined ? [] : [origin])] }));
app.post('/play', async (c) => {
  const read = asked.safeParse(await c.req.json().catch(() => undefined));
  if (!read.success) return c.json({ error: z.prettifyError(read.error) }, 400);
  return c.json({
    text: await playMiniProgram(read.data.path, read.data.person, { sandbox, ...world }),
  });
});
app.all('*', (c) => handler(c.req.raw));
serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, () => {
  process.stdout.write(
    `\n  ${url}   ${contract}, GenAuth is ${sandbox}\n  Not for production. Ctrl-C ends it.\n\n`,
  );
});
