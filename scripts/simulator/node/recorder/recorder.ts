import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, relative, resolve } from 'node:path';
import { withSlashes } from '@mini-login/platform/paths';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { HostApp } from '../../contract/phone';
import { pageFiles, pageText } from '../server/page-files';
import type { Simulator } from '../server/server';

export interface RecorderOptions {
  readonly simulator: Simulator;
  /** The mini program's folder. */
  readonly project: string;
  /** Where the test goes: `.mjs` for Node's own runner, else for Jest. */
  readonly out: string;
  /** Behind the program. */
  readonly app?: HostApp | undefined;
  /** Settings of the phone. */
  readonly device?: object | undefined;
  /** How many pages are open now. */
  readonly onPages?: (count: number) => void;
}

const toSave = z.strictObject({ text: z.string() });

/**
 * A page on the simulator's own server with the phone and the test that is recorded. Its address
 * can't be guessed, so that no other page writes the file.
 *
 * @returns The address.
 */
export async function serveRecorder({
  simulator,
  project,
  out,
  app,
  device,
  onPages,
}: RecorderOptions): Promise<string> {
  const files = await pageFiles('recorder');
  const base = `/recorder/${randomUUID()}`;
  const file = resolve(out);
  const query = new URLSearchParams(device ? { device: JSON.stringify(device) } : {});
  if (app) query.set('app', JSON.stringify(app));
  const settings = {
    phone: `${new URL(simulator.phoneUrl).pathname}?${query}`,
    project: withSlashes(relative(process.cwd(), resolve(project))) || '.',
    style: styleOf(file),
    file: withSlashes(relative(process.cwd(), file)) || basename(file),
    base,
  };
  let pages = 0;
  let isOurs = false;
  const routes = new Hono();
  routes.get(base, (c) =>
    c.html(pageText({ name: 'recorder', title: 'Recorder', settings, base })),
  );
  routes.get(`${base}/here`, (c) =>
    streamSSE(c, async (stream) => {
      onPages?.(++pages);
      await new Promise<void>((gone) => stream.onAbort(gone));
      onPages?.(--pages);
    }),
  );
  routes.get(`${base}/:file{recorder\\.(?:js|css)}`, (c) => {
    const found = files.get(c.req.param('file'));
    return found
      ? c.body(found.text, 200, { 'content-type': `${found.type}; charset=utf-8` })
      : c.notFound();
  });
  routes.post(`${base}/save`, async (c) => {
    const { text } = toSave.parse(await c.req.json());
    if (!isOurs && existsSync(file))
      return c.text(`${settings.file} is there already; --out names another`, 409);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    isOurs = true;
    return c.json({});
  });
  routes.onError((error, c) => c.text(error.message, error instanceof z.ZodError ? 400 : 500));
  simulator.serve(routes);
  return simulator.url + base;
}

function styleOf(file: string): 'node' | 'typescript' | 'jest' {
  const ending = extname(file);
  if (ending === '.mjs') return 'node';
  return /ts$/.test(ending) ? 'typescript' : 'jest';
}
