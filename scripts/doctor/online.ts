import { z } from 'zod';
import type { Brand } from '../brand/pack/pack';
import { doctor } from '../messages/doctor';
import { online } from '../messages/online';
import { listedInWords, say } from '../messages/say';
import { type Finding, finding } from './finding';

const patience = 10_000;

const discovery = z.object({ issuer: z.string(), jwks_uri: z.string() });
const jwks = z.object({ keys: z.array(z.object({ kty: z.string() })).min(1) });
const publicConfig = z.object({
  code: z.number(),
  data: z.object({
    ecConnections: z
      .array(
        z.object({
          type: z.string(),
          fields: z
            .object({ mobileAppID: z.string().optional(), appId: z.string().optional() })
            .optional(),
        }),
      )
      .default([]),
  }),
});

/**
 * The kind of connection that signs in with this program
 * (docs/genauth.md#the-public-configuration).
 */
const connectionType = 'wechat:miniprogram:app-launch';

export interface OnlineOptions {
  /** Another deployment than the brand's, to try the check itself: the sandbox. */
  readonly at?: string;
  /** Where the public configuration is served; the same host when left out. */
  readonly console?: string;
  readonly ask?: typeof fetch;
}

/**
 * Asks the brand's GenAuth what can be asked without an account, and the agreements' pages whether
 * they are there.
 */
export async function examineOnline(
  brand: Brand,
  options: OnlineOptions = {},
): Promise<readonly Finding[]> {
  const { name, pack } = brand;
  const { at: host = pack.genauth.host, ask = fetch } = options;
  const { console: consoleHost = host } = options;
  const file = (field: string) => `brands/${name}/brand.json: ${field}`;

  const found = await examineIssuer(host, file('genauth.host'), ask);
  // Who does not answer here answers nothing else.
  if (found.length === 0) {
    for (const [index, app] of pack.apps.entries())
      found.push(
        ...(await examineApp(consoleHost, app, (field) => file(`apps.${index}.${field}`), ask)),
      );
  }
  for (const [index, url] of pagesOf(pack)) {
    const problem = await reach(url, ask);
    if (problem !== null)
      found.push(finding('error', file(`agreements.items.${index}`), online.page(problem)));
  }
  return found;
}

async function examineIssuer(host: string, where: string, ask: typeof fetch): Promise<Finding[]> {
  const about = await read(`${host}/oidc/.well-known/openid-configuration`, discovery, ask);
  if (typeof about === 'string') return [finding('error', where, online.issuer(about))];
  const keys = await read(about.jwks_uri, jwks, ask);
  return typeof keys === 'string' ? [finding('error', about.jwks_uri, online.keys(keys))] : [];
}

async function examineApp(
  consoleHost: string,
  { app, mobileAppId }: Brand['pack']['apps'][0],
  where: (field: string) => string,
  ask: typeof fetch,
): Promise<Finding[]> {
  const url = `${consoleHost}/api/v2/applications/${app}/public-config`;
  const config = await read(url, publicConfig, ask);
  if (typeof config === 'string')
    return [finding('error', where('app'), online.application(config))];
  const ours = config.data.ecConnections.filter(({ type }) => type === connectionType);
  if (ours.length === 0) return [finding('error', where('app'), online.noConnection(app))];
  if (ours.some(({ fields }) => fields?.mobileAppID === mobileAppId)) return [];
  const others = listedInWords(
    ours.map(({ fields }) => fields?.mobileAppID ?? say(doctor.noAppId())),
  );
  return [finding('error', where('mobileAppId'), online.otherApp(others, mobileAppId))];
}

/** Each with its place in the pack's list. */
function pagesOf({ agreements }: Brand['pack']): readonly (readonly [number, string])[] {
  return agreements.from === 'brand'
    ? agreements.items.flatMap(({ content }, index) =>
        'url' in content ? [[index, content.url] as const] : [],
      )
    : [];
}

/** What is wrong, or the answer. */
async function read<T>(url: string, schema: z.ZodType<T>, ask: typeof fetch): Promise<T | string> {
  try {
    const response = await ask(url, { redirect: 'manual', signal: AbortSignal.timeout(patience) });
    if (!response.ok) return say(doctor.answers(url, response.status));
    const answer = schema.safeParse(await response.json());
    return answer.success ? answer.data : say(doctor.otherForm(url));
  } catch (error) {
    return say(doctor.noAnswer(url, reasonOf(error)));
  }
}

async function reach(url: string, ask: typeof fetch): Promise<string | null> {
  try {
    const { ok, status } = await ask(url, { signal: AbortSignal.timeout(patience) });
    return ok ? null : say(doctor.answers(url, status));
  } catch (error) {
    return say(doctor.noAnswer(url, reasonOf(error)));
  }
}

/** `fetch` says that it failed, and its cause why: `ENOTFOUND`, a certificate. */
function reasonOf(error: unknown): string {
  const { message, cause } =
    error instanceof Error ? error : { message: String(error), cause: undefined };
  const code: unknown = Reflect.get(Object(cause), 'code');
  return typeof code === 'string' ? `${message} (${code})` : message;
}
