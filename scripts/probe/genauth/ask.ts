import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../setup/say.mjs';
import { differences, fill, type GoldenExchange } from './golden';

export interface Deployment {
  /** An origin: `https://core.genauth.ai`. */
  readonly host: string;
  /** The application's id: 24 hex. */
  readonly app: string;
  /** Where the public configuration is served; the host when left out. */
  readonly console?: string;
  /** The connection's Unique ID. Without it nothing is asked that needs it. */
  readonly connection?: string;
}

/** What one question brought. */
export interface GenAuthFinding {
  readonly when: string;
  /** An address in docs/genauth.md. */
  readonly fact: string;
  /**
   * How the answer differs from the golden message that the sandbox is held to; [] when it does
   * not.
   */
  readonly differences: readonly string[];
  /** Told, and not compared. */
  readonly note?: string;
}

interface Question extends GoldenExchange {
  readonly when: string;
  readonly fact: string;
}

const patience = 10_000;
const publicConfig = 'the public configuration';

/** Asks what can be asked without an account. Nothing here creates, changes or costs anything. */
export async function askGenAuth(
  deployment: Deployment,
  ask: typeof fetch = fetch,
): Promise<readonly GenAuthFinding[]> {
  const findings: GenAuthFinding[] = [];
  for (const question of questions(deployment)) {
    const { when, fact, request, answer } = question;
    const isOfConsole = request.path.startsWith('/api/v2/applications/');
    const got = await send(
      isOfConsole ? (deployment.console ?? deployment.host) : deployment.host,
      request,
      ask,
    );
    if ('problem' in got) {
      findings.push({ when, fact, differences: [got.problem] });
      continue;
    }
    const status =
      got.status === answer.status ? [] : [`HTTP ${got.status} is not ${answer.status}`];
    findings.push({ when, fact, differences: [...status, ...differences(got.body, answer.body)] });
    if (when === publicConfig && deployment.connection !== undefined) {
      findings.push(whereTheUniqueIdIs(got.body, deployment.connection));
    }
  }
  return findings;
}

function questions({ app, connection }: Deployment): readonly Question[] {
  const { exchanges } = read<{ exchanges: readonly Question[] }>('without-an-account');
  const known = {
    ...read<GoldenExchange>('public-config'),
    when: publicConfig,
    fact: 'the-public-configuration',
  };
  // What only the tenant knows may be any text here.
  const values = {
    appId: app,
    userPoolId: '{{string}}',
    connId: '{{string}}',
    ...(connection === undefined ? {} : { connection }),
  };
  return [...exchanges.slice(0, 2), withAnyConnections(known), ...exchanges.slice(2)]
    .map((question) => ({
      ...question,
      ...fill({ request: question.request, answer: question.answer }, values),
    }))
    .filter(({ request }) => !JSON.stringify(request).includes('{{connection}}'));
}

/**
 * The golden message is the demo tenant's: a real one may have more connections, none of this kind,
 * and no agreements.
 */
function withAnyConnections<T extends GoldenExchange>(exchange: T): T {
  const changed: T = JSON.parse(
    JSON.stringify(exchange, (key, value) =>
      ['ecConnections', 'socialConnections'].includes(key)
        ? '{{array}}'
        : key === 'agreementEnabled'
          ? '{{boolean}}'
          : value,
    ),
  );
  return changed;
}

function whereTheUniqueIdIs(body: unknown, connection: string): GenAuthFinding {
  const isThere = JSON.stringify(body).includes(JSON.stringify(connection));
  return {
    when: "the connection's Unique ID in the public configuration",
    fact: 'the-connections-unique-id-is-not-in-the-public-configuration',
    differences: isThere
      ? [`${connection} is in there, and could be read instead of configured`]
      : [],
    note: isThere ? 'it is there' : 'it is not there',
  };
}

async function send(
  origin: string,
  { method, path, headers, body }: GoldenExchange['request'],
  ask: typeof fetch,
): Promise<{ readonly status: number; readonly body: unknown } | { readonly problem: string }> {
  try {
    const response = await ask(origin + path, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    try {
      return { status: response.status, body: JSON.parse(text) };
    } catch {
      return {
        problem: `HTTP ${response.status} with ${response.headers.get('content-type') ?? 'no type'} is no JSON`,
      };
    }
  } catch (error) {
    const { message, cause } =
      error instanceof Error ? error : { message: String(error), cause: undefined };
    return {
      problem: `no answer: ${message}${cause instanceof Error ? ` (${cause.message})` : ''}`,
    };
  }
}

function read<T>(name: string): T {
  const message: T = JSON.parse(
    readFileSync(join(root, `test/contract/golden/${name}.json`), 'utf8'),
  );
  return message;
}
