import { z } from 'zod';
import type { Brand } from '../brand/pack/pack';
import type { Finding } from './finding';

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
  /** Where the public configuration is served; GenAuth's host when left out. */
  readonly console?: string;
  readonly ask?: typeof fetch;
}

/**
 * Asks the brand's GenAuth what can be asked without an account, and the agreements' pages whether
 * they are there.
 */
export async function examineOnline(
  { name, pack }: Brand,
  options: OnlineOptions = {},
): Promise<readonly Finding[]> {
  const { console: consoleHost = pack.genauth.host, ask = fetch } = options;
  const found: Finding[] = [];
  const error = (what: string, where: string, why: string, how: string) =>
    found.push({ level: 'error', what, where, why, how });
  const file = (field: string) => `brands/${name}/brand.json: ${field}`;

  for (const [index, entry] of pack.apps.entries()) {
    const issuer = `${pack.genauth.host}/oidc/.well-known/openid-configuration`;
    const about = await read(issuer, discovery, ask);
    if (typeof about === 'string') {
      error(
        about,
        file('genauth.host'),
        'Apps verify an id_token by what GenAuth says here.',
        'Check the network, and compare the host with the console of GenAuth.',
      );
      break;
    }
    const keys = await read(about.jwks_uri, jwks, ask);
    if (typeof keys === 'string')
      error(
        keys,
        about.jwks_uri,
        'Without keys no id_token can be verified.',
        'Ask whoever runs GenAuth.',
      );

    const config = await read(
      `${consoleHost}/api/v2/applications/${entry.app}/public-config`,
      publicConfig,
      ask,
    );
    if (typeof config === 'string') {
      error(
        config,
        file(`apps.${index}.app`),
        'GenAuth knows no such application.',
        'Copy its id from the console of GenAuth.',
      );
      continue;
    }
    const ours = config.data.ecConnections.filter(({ type }) => type === connectionType);
    if (ours.length === 0) {
      error(
        `application ${entry.app} has no connection "APP 拉起小程序"`,
        file(`apps.${index}.app`),
        'Every login would end in connection_missing.',
        'Add the identity source to the application, in the console of GenAuth.',
      );
    } else if (!ours.some(({ fields }) => fields?.mobileAppID === entry.mobileAppId)) {
      error(
        `GenAuth expects the app ${ours.map(({ fields }) => fields?.mobileAppID ?? 'without an AppID').join(', ')}`,
        file(`apps.${index}.mobileAppId`),
        `The brand lets ${entry.mobileAppId} open the program.`,
        "Make the identity source's mobile AppID and the brand's the same.",
      );
    }
  }
  for (const [index, url] of pagesOf(pack).entries()) {
    const problem = await reach(url, ask);
    if (problem !== null) {
      error(
        problem,
        file(`agreements.items.${index}`),
        'A review refuses an agreement that cannot be read.',
        'Mend the address or the page.',
      );
    }
  }
  return found;
}

function pagesOf({ agreements }: Brand['pack']): readonly string[] {
  return agreements.from === 'brand'
    ? agreements.items.flatMap(({ content }) => ('url' in content ? [content.url] : []))
    : [];
}

/** What is wrong, or the answer. */
async function read<T>(url: string, schema: z.ZodType<T>, ask: typeof fetch): Promise<T | string> {
  try {
    const response = await ask(url, { redirect: 'manual', signal: AbortSignal.timeout(patience) });
    if (!response.ok) return `${url} answers ${response.status}`;
    const answer = schema.safeParse(await response.json());
    return answer.success ? answer.data : `${url} answers in another form`;
  } catch (error) {
    return `${url} gives no answer: ${reasonOf(error)}`;
  }
}

async function reach(url: string, ask: typeof fetch): Promise<string | null> {
  try {
    const { ok, status } = await ask(url, { signal: AbortSignal.timeout(patience) });
    return ok ? null : `${url} answers ${status}`;
  } catch (error) {
    return `${url} gives no answer: ${reasonOf(error)}`;
  }
}

/** `fetch` says that it failed, and its cause why: `ENOTFOUND`, a certificate. */
function reasonOf(error: unknown): string {
  const { message, cause } =
    error instanceof Error ? error : { message: String(error), cause: undefined };
  const code: unknown = Reflect.get(Object(cause), 'code');
  return typeof code === 'string' ? `${message} (${code})` : message;
}
