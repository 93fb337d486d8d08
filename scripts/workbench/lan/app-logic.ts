import {
  type AppRegistration,
  createHostApp,
  mapOrigins,
  type ReturnContract,
} from '@mini-login/server';
import type { Hono } from 'hono';
import { z } from 'zod';

const path = '/on-your-phone/app';

/** What the demo app's own server knows. */
export interface AppServer {
  readonly registration: AppRegistration;
  /** Where GenAuth's origins really are. */
  readonly origins: Readonly<Record<string, string>>;
  now(): number;
}

const id = z.string().regex(/^[\w-]{8,64}$/);
const contracts = ['session', 'sealed', 'codes', 'ticket'] satisfies readonly ReturnContract[];
const begin = z.strictObject({ id, contract: z.enum(contracts), lang: z.string() });
const receive = z.strictObject({
  id,
  delivery: z.strictObject({
    by: z.enum(['WXLaunchMiniProgram.Resp', 'ShowMessageFromWX.Req']),
    text: z.string(),
  }),
});
const cancel = z.strictObject({ id });

/** Each phone that is opened is another app; the oldest is forgotten. */
const mostPhones = 50;

/**
 * The server's half of the demo app, for a phone's browser: by http it has no `crypto.subtle`, and
 * what an app's server knows is nothing for the network. `POST begin`, `receive`, `cancel`.
 */
export function addAppLogic(app: Hono, server: () => AppServer): string {
  const apps = new Map<string, ReturnType<typeof createHostApp>>();
  const open = (phone: string) => {
    const { registration, origins, now } = server();
    const opened = createHostApp(registration, { fetch: mapOrigins(origins, fetch), now });
    apps.delete(phone);
    apps.set(phone, opened);
    for (const oldest of [...apps.keys()].slice(0, -mostPhones)) apps.delete(oldest);
    return opened;
  };
  app.post(`${path}/begin`, async (c) => {
    const { id: phone, contract, lang } = begin.parse(await c.req.json());
    return c.json(await open(phone).begin(contract, { lang }));
  });
  app.post(`${path}/receive`, async (c) => {
    const { id: phone, delivery } = receive.parse(await c.req.json());
    const logic = apps.get(phone) ?? open(phone);
    const waited = logic.pending;
    const receiving = logic.receive(delivery);
    const isTaken = waited && !logic.pending;
    const conclusion = await receiving;
    // Tokens stay on the app's server.
    return c.json({
      isTaken,
      conclusion: conclusion.ok ? { ...conclusion, tokens: null } : conclusion,
    });
  });
  app.post(`${path}/cancel`, async (c) => {
    const { id: phone } = cancel.parse(await c.req.json());
    apps.get(phone)?.cancel();
    return c.json({});
  });
  return path;
}
