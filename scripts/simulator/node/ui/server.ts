import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { basename, resolve } from 'node:path';
import { guardLocalServer } from '@mini-login/local-server/guard';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { listen } from '../server/listen';
import { pageFiles, pageText } from '../server/page-files';
import { UiSession, type UiSessionOptions } from './session';

export interface UiServer {
  /** Of the page; nobody else knows it. */
  readonly url: string;
  close(): Promise<void>;
}

const chosen = z.array(z.strictObject({ path: z.string(), tests: z.array(z.string()).nullable() }));
const toRun = z.strictObject({ chosen });
const toStep = z.strictObject({ stepping: z.boolean() });
const toWatch = z.strictObject({ watching: z.boolean() });
const toPick = z.strictObject({ x: z.number(), y: z.number() });

/** More than a step with two pictures has, bytes. */
const longestMessage = 32 * 1024 * 1024;

/**
 * UI mode's page and what it asks for, and the line to the tests; on 127.0.0.1, at an address that
 * can't be guessed.
 */
export async function serveUi(options: Omit<UiSessionOptions, 'url'>): Promise<UiServer> {
  const files = await pageFiles('ui');
  const base = `/ui/${randomUUID()}`;
  let url = '';
  const app = new Hono();
  app.use(guardLocalServer({ origins: () => [url] }));
  const routes = app.basePath(base);
  const settings = { base, folder: basename(resolve(options.jest.folder)) };
  routes.get('/', (c) => c.html(pageText({ name: 'ui', title: 'UI mode', settings, base })));
  routes.get('/:file{ui\\.(?:js|css)}', (c) => {
    const found = files.get(c.req.param('file'));
    return found
      ? c.body(found.text, 200, { 'content-type': `${found.type}; charset=utf-8` })
      : c.notFound();
  });
  const listening = await listen(app, options.port ?? 0);
  url = listening.url;
  const session = new UiSession({ ...options, url: url + base });

  routes.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      const send = (data: unknown) => void stream.writeSSE({ data: JSON.stringify(data) });
      const stop = session.subscribe(send);
      await new Promise<void>((gone) => stream.onAbort(gone));
      stop();
    }),
  );
  routes.get('/picture/:id', (c) => {
    const picture = session.pictureOf(c.req.param('id'));
    if (!picture) return c.notFound();
    const bytes = new Uint8Array(Buffer.from(picture.base64, 'base64'));
    return c.body(bytes, 200, {
      'content-type': `image/${picture.type}`,
      'cache-control': 'max-age=31536000, immutable',
    });
  });
  routes.get('/live', async (c) => c.json(await session.phones.picture()));
  routes.get('/source', (c) => {
    const file = resolve(options.jest.folder, c.req.query('path') ?? '');
    return session.knows(file) && statSync(file, { throwIfNoEntry: false })?.isFile()
      ? c.text(readFileSync(file, 'utf8'))
      : c.notFound();
  });
  routes.post('/run', async (c) => {
    await session.run(toRun.parse(await c.req.json()).chosen);
    return c.json({});
  });
  routes.post('/stop', async (c) => {
    await session.stop();
    return c.json({});
  });
  routes.post('/stepping', async (c) => {
    session.setStepping(toStep.parse(await c.req.json()).stepping);
    return c.json({});
  });
  routes.post('/watching', async (c) => {
    await session.setWatching(toWatch.parse(await c.req.json()).watching);
    return c.json({});
  });
  routes.post('/next', (c) => {
    session.next();
    return c.json({});
  });
  routes.post('/pick', async (c) => {
    const { x, y } = toPick.parse(await c.req.json());
    return c.json(await session.phones.pick(x, y));
  });
  routes.get('/plan', (c) => c.json({ files: session.filesToRun }));
  app.onError((error, c) => c.text(error.message, error instanceof z.ZodError ? 400 : 500));

  const lines = new WebSocketServer({ noServer: true, maxPayload: longestMessage });
  listening.server.on('upgrade', (request: IncomingMessage, socket, head) => {
    // A page of any site may try; each of them says where it is from.
    const isTest =
      request.url === `${base}/run` &&
      request.headers.origin === undefined &&
      request.headers.host === new URL(url).host;
    if (!isTest) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    lines.handleUpgrade(request, socket, head, (line) => session.take(line));
  });

  return {
    url: url + base,
    async close() {
      await session.close();
      lines.close();
      for (const line of lines.clients) line.terminate();
      await listening.close();
    },
  };
}
