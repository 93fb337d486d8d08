import type { PageFiles } from '@mini-login/local-server/bundle-pages';
import { clockMove } from '@mini-login/local-server/clock-move';
import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { PhoneConfig } from '../../contract/config';
import { ASSETS, FRAME } from '../../contract/program';
import { readAsset } from './assets';
import { gateRequest } from './gate';
import { createGateExchanges } from './gate-exchanges';
import type { SimulatorOptions } from './options';
import { buildOf, FOREVER, framePage, phonePage } from './pages';
import { plainCloud } from './plain-cloud';
import { MAPS } from './program-text';
import { programVersions } from './program-versions';
import type { Sources } from './sources';

export interface RouteParts extends SimulatorOptions {
  readonly config: PhoneConfig;
  readonly bundles: PageFiles;
  readonly sources: Sources;
}

/** Everything the phone page asks for: `phone/server-client.ts` is the other side. */
export function routes(parts: RouteParts): Hono {
  const { config, bundles, sources, cloud, onClockAdvance } = parts;
  const app = new Hono();

  const build = buildOf(bundles, config);
  /** What is asked for with this build's name never changes: each phone has it from the browser. */
  const lasting = (c: Context): Record<string, string> => ({
    'cache-control': c.req.query('v') === build ? FOREVER : 'no-cache',
  });
  app.get('/phone', (c) => c.html(phonePage(build)));
  app.get(FRAME, (c) => c.html(framePage, 200, lasting(c)));
  app.get('/simulator/config', (c) => c.json(config, 200, lasting(c)));
  const versions = programVersions();
  const newest = async (c: Context) =>
    versions.textOf(await sources.program(), new URL(c.req.url).origin);
  app.get('/simulator/program', etag(), async (c) => {
    const { text, version } = await newest(c);
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-cache' };
    return c.body(text, 200, { ...headers, etag: version });
  });
  app.get(`${MAPS}:file{.+\\.js\\.map}`, async (c) => {
    const { maps } = await newest(c);
    const map = maps.get(c.req.param('file').replace(/\.js\.map$/, ''));
    return map ? c.body(map, 200, { 'content-type': 'application/json' }) : c.notFound();
  });
  app.get('/simulator/program/version', async (c) =>
    c.json({ version: (await newest(c)).version }),
  );
  /** For a phone that has another version, or this one; null: nobody knows that version any more. */
  app.get('/simulator/program/changes', async (c) =>
    c.json(versions.since(c.req.query('since') ?? '', await newest(c))),
  );

  app.get(`${ASSETS}*`, etag(), async (c) => {
    const file = await readAsset(
      parts.project,
      decodeURIComponent(c.req.path.slice(ASSETS.length)),
    );
    return file
      ? c.body(file.bytes, 200, { 'content-type': file.type, 'cache-control': 'no-cache' })
      : c.notFound();
  });

  app.get('/simulator/:file{(phone|runtime|picker)\\..+}', (c) => {
    const file = bundles.get(c.req.path);
    return file
      ? c.body(file.text, 200, { ...lasting(c), 'content-type': `${file.type}; charset=utf-8` })
      : c.notFound();
  });

  const exchanges = createGateExchanges({
    requestDomains: parts.requestDomains ?? [],
    hosts: parts.hosts ?? {},
  });
  app.post('/simulator/gate/:phone/:id', async (c) => {
    const { phone, id } = c.req.param();
    const request = gateRequest.parse(await c.req.json());
    return exchanges.start(phone, Number(id), request)
      ? c.json({}, 202)
      : c.text(`no phone "${phone}" listens to /simulator/gate/${phone}`, 409);
  });
  app.delete('/simulator/gate/:phone/:id', (c) => {
    exchanges.abort(c.req.param('phone'), Number(c.req.param('id')));
    return c.json({});
  });
  /** `answer`: of one exchange. `program`: the sources were compiled again. */
  app.get('/simulator/gate/:phone', (c) =>
    streamSSE(c, async (stream) => {
      const stops = [
        exchanges.open(
          c.req.param('phone'),
          (id, answer) =>
            void stream.writeSSE({ event: 'answer', data: JSON.stringify({ id, answer }) }),
        ),
        sources.onChange(() => void stream.writeSSE({ event: 'program', data: '' })),
      ];
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      for (const stop of stops) stop();
    }),
  );

  app.post('/simulator/clock', async (c) => {
    const { ms } = clockMove.parse(await c.req.json());
    await onClockAdvance?.(ms);
    return c.json({});
  });

  app.route(
    '/simulator/cloud/client',
    cloud === undefined ? plainCloud() : forwardTo(`${cloud.replace(/\/$/, '')}/client`),
  );

  app.get('/simulator/events', (c) =>
    streamSSE(c, async (stream) => {
      const stop = sources.onChange(() => void stream.writeSSE({ event: 'program', data: '' }));
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      stop();
    }),
  );

  app.onError((error, c) => c.text(error.message, error instanceof z.ZodError ? 400 : 500));
  return app;
}

/**
 * The phone page may only talk to its own origin, so WeChat's cloud answers through here,
 * untouched.
 */
function forwardTo(base: string): Hono {
  return new Hono().all('/:service', async (c) => {
    const answer = await fetch(`${base}/${c.req.param('service')}${new URL(c.req.url).search}`, {
      method: c.req.method,
      headers: { 'content-type': 'application/json' },
      body: c.req.method === 'GET' ? null : await c.req.text(),
    });
    return new Response(await answer.text(), {
      status: answer.status,
      headers: { 'content-type': 'application/json' },
    });
  });
}
