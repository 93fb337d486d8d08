import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../base/http';
import { isRedirectUri } from '../genauth/authorize/redirect-uri';
import { completeApp, completeConnection, TICKET_ANSWERS } from '../genauth/tenant';
import { miniProgram } from '../wechat/program';
import { ControlError, mustFind, read } from './read';
import type { ControlServices } from './services';

const hexId = z.string().regex(/^[0-9a-f]{24}$/, 'must be 24 hexadecimal digits');
const appid = z.string().regex(/^wx[\w]{4,30}$/, 'must be an AppID: wx...');
const agreement = z.strictObject({
  id: z.int().positive(),
  title: z.string().min(1).max(2000),
  lang: z.enum(['zh-CN', 'zh-TW', 'en-US', 'ja-JP']),
  required: z.boolean().default(true),
  order: z.int(),
  availableAt: z.union([z.literal(0), z.literal(1), z.literal(2), z.null()]).default(2),
});
const app = z.strictObject({
  userPoolId: hexId.exactOptional(),
  name: z.string().min(1).max(100).exactOptional(),
  logo: z.url().exactOptional(),
  secret: z.string().min(1).max(200).nullable().exactOptional(),
  registrationDisabled: z.boolean().exactOptional(),
  agreementEnabled: z.boolean().exactOptional(),
  agreements: z.array(agreement).max(100).exactOptional(),
  redirectUris: z
    .array(z.string().max(2000).refine(isRedirectUri, 'must be an absolute URI, no fragment'))
    .max(50)
    .exactOptional(),
  logoutRedirects: z.array(z.url()).max(20).exactOptional(),
});
const pool = z.strictObject({
  secret: z.string().min(1).max(200).exactOptional(),
  nonceClaim: z.boolean().exactOptional(),
});

/**
 * The form of GenAuth's console for "APP Launches Mini Program".
 * docs/genauth.md#the-consoles-form-for-the-connection
 */
const connectionForm = z.strictObject({
  displayName: z.string().min(1).max(100).exactOptional(),
  appid: appid.exactOptional(),
  secret: z.string().min(1).max(200).exactOptional(),
  originalId: z
    .string()
    .regex(/^gh_\w{4,30}$/, 'must be an original id: gh_...')
    .exactOptional(),
  mobileAppID: appid.exactOptional(),
  loginOnly: z.boolean().exactOptional(),
  apps: z.array(hexId).exactOptional(),
});
const uniqueId = z
  .string()
  .regex(/^[a-z0-9-]{1,31}$/, 'must be lowercase letters, digits and "-", shorter than 32');
const newConnection = connectionForm.extend({
  identifier: uniqueId,
  userPoolId: hexId.exactOptional(),
});
/** The page sends the form as it stands, so the Unique ID may be in it; unchanged. */
const changedConnection = connectionForm.extend({ identifier: uniqueId.exactOptional() });

/** How tickets work; where they are minted can't change any more. */
const tickets = z.strictObject({
  answer: z.enum(TICKET_ANSWERS).exactOptional(),
  lifeSeconds: z.int().min(1).max(86_400).exactOptional(),
  needsSecret: z.boolean().exactOptional(),
});

/**
 * What GenAuth's console sets: pools, applications with their agreements, and connections.
 * Everything acts at once.
 */
export function consoleRoutes({ tenant, accounts, people, cloud }: ControlServices): Hono<Env> {
  const routes = new Hono<Env>();
  const { pools, apps, connections } = tenant;

  routes.get('/pools', (c) => c.json([...pools.values()]));
  routes.put('/pools/:id', async (c) => {
    const id = parse(hexId, c.req.param('id'), 'the pool id');
    const change = await read(c, pool);
    const changed = {
      secret: 'sandbox-user-pool-secret',
      nonceClaim: false,
      ...pools.get(id),
      ...change,
      id,
    };
    const isNew = !pools.has(id);
    pools.set(id, changed);
    if (isNew) for (const person of people.all()) accounts.seed(person);
    return c.json(changed);
  });

  routes.get('/tickets', (c) => c.json(tenant.tickets));
  routes.put('/tickets', async (c) => {
    tenant.tickets = { ...tenant.tickets, ...(await read(c, tickets)) };
    return c.json(tenant.tickets);
  });

  routes.get('/apps', (c) => c.json([...apps.values()]));
  routes.put('/apps/:id', async (c) => {
    const id = parse(hexId, c.req.param('id'), 'the application id');
    const { userPoolId, ...change } = await read(c, app);
    const known = apps.get(id);
    if (known && userPoolId !== undefined && userPoolId !== known.userPoolId) {
      throw new ControlError('an application stays in its user pool', { status: 409 });
    }
    const inPool = known?.userPoolId ?? userPoolId ?? tenant.userPoolId;
    mustFind(pools, inPool, 'user pool');
    const changed = completeApp({ ...known, ...change, id, userPoolId: inPool }, inPool);
    apps.set(id, changed);
    return c.json(changed);
  });
  routes.delete('/apps/:id', (c) => c.json(removeFrom(apps, c.req.param('id'), 'application')));

  routes.get('/connections', (c) => c.json([...connections.values()]));
  routes.post('/connections', async (c) => {
    const { identifier, userPoolId = tenant.userPoolId, ...form } = await read(c, newConnection);
    mustFind(pools, userPoolId, 'user pool');
    if (
      [...connections.values()].some(
        (other) => other.userPoolId === userPoolId && other.identifier === identifier,
      )
    ) {
      throw new ControlError(`the Unique ID ${identifier} is taken`, { status: 409 });
    }
    const id = randomBytes(12).toString('hex');
    const { appid, secret, originalId } = tenant.connection;
    // Who names no mini program means the one that this sandbox plays.
    const program = form.appid === undefined ? { appid, secret, originalId } : {};
    const created = completeConnection(
      { ...program, ...form, id, identifier },
      userPoolId,
      form.apps ?? [],
    );
    connections.set(id, created);
    register(created);
    return c.json(created, 201);
  });
  routes.put('/connections/:id', async (c) => {
    const known = mustFind(connections, c.req.param('id'), 'connection');
    const { identifier = known.identifier, ...form } = await read(c, changedConnection);
    if (identifier !== known.identifier)
      throw new ControlError('the Unique ID of a connection cannot be changed', { status: 409 });
    const changed = completeConnection(
      { ...known, ...form, userPoolId: known.userPoolId },
      known.userPoolId,
      known.apps,
    );
    connections.set(known.id, changed);
    register(changed);
    return c.json(changed);
  });
  routes.delete('/connections/:id', (c) =>
    c.json(removeFrom(connections, c.req.param('id'), 'connection')),
  );

  /**
   * A program or app that WeChat does not know yet is registered as the form says; one that it
   * knows stays as it is.
   */
  function register(connection: {
    appid: string;
    secret: string;
    originalId: string;
    mobileAppID: string;
  }): void {
    const { appid: program, secret, originalId, mobileAppID } = connection;
    if (!cloud.programs.has(program))
      cloud.programs.set(program, miniProgram({ appid: program, secret, originalId }));
    if (!cloud.mobileApps.has(mobileAppID)) {
      cloud.mobileApps.set(mobileAppID, {
        appid: mobileAppID,
        verified: true,
        associated: [program],
      });
    }
  }

  return routes;
}

function removeFrom<V>(table: Map<string, V>, id: string, what: string) {
  mustFind(table, id, what);
  if (table.size === 1) throw new ControlError(`the last ${what} stays`, { status: 409 });
  table.delete(id);
  return {};
}

function parse(shape: z.ZodType<string>, text: string, what: string): string {
  const read = shape.safeParse(text);
  if (!read.success)
    throw new ControlError(`${what} ${read.error.issues[0]?.message}`, { status: 400 });
  return read.data;
}
