import { clockMove } from '@mini-login/local-server/clock-move';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../base/http';
import { faultRules } from '../contract/fault';
import { mask } from './mask';
import { ControlError, read } from './read';
import { resend } from './resend';
import { enqueue } from './rules';
import type { ControlServices } from './services';

const path = z.strictObject({ path: z.string().optional() });

/** Faults in, exchanges out, and the clock. */
export function observeRoutes({
  faults,
  journal,
  clock,
  store,
  inside,
  reset,
}: ControlServices): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get('/faults', (c) => c.json(faults.flatMap((each) => each.pending())));
  routes.post('/faults', async (c) => {
    const wanted = await read(c, faultRules);
    try {
      for (const rule of wanted) enqueue(faults, rule);
    } catch (cause) {
      throw new ControlError(cause instanceof Error ? cause.message : String(cause), {
        status: 400,
        cause,
      });
    }
    return c.json(faults.flatMap((each) => each.pending()));
  });
  routes.delete('/faults', (c) => {
    for (const each of faults) each.clear();
    return c.json({});
  });

  routes.get('/journal', (c) => {
    const { path: wanted, after = '0' } = c.req.query();
    const some = journal
      .all()
      .filter((exchange) => exchange.id > Number(after) && (!wanted || exchange.path === wanted));
    return c.json(some.map(mask));
  });
  routes.post('/journal/take', async (c) => {
    const { path: wanted } = await read(c, path);
    const exchange = journal.take(wanted);
    if (!exchange)
      throw new ControlError(`no ${wanted ?? 'other'} request has come in`, { status: 404 });
    return c.json(mask(exchange));
  });
  routes.post('/journal/:id/resend', async (c) => {
    const id = Number(c.req.param('id'));
    const exchange = journal.all().find((each) => each.id === id);
    if (!exchange) throw new ControlError(`the journal has no exchange ${id}`, { status: 404 });
    return c.json({ status: await resend(exchange, inside) });
  });
  routes.delete('/journal', (c) => {
    journal.clear();
    return c.json({});
  });

  routes.get('/clock', (c) => c.json({ now: clock.now() }));
  routes.post('/clock', async (c) => {
    const { ms } = await read(c, clockMove);
    clock.advance(ms);
    const moved = store.table<number>('clock');
    moved.set('moved', (moved.get('moved') ?? 0) + ms);
    return c.json({ now: clock.now() });
  });

  routes.post('/reset', (c) => {
    reset();
    return c.json({});
  });

  return routes;
}
