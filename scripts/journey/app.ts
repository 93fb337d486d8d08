import {
  type AppPlatform,
  type Conclusion,
  checkIds,
  createHostApp,
  type LaunchPreferences,
  mapOrigins,
} from '@mini-login/server';
import {
  FOREIGN_APP_ID,
  type HostApp,
  type Phone,
  type TimelineEntry,
} from '@mini-login/simulator';
import { z } from 'zod';
import type { Environment } from '../environment';
import { timeout } from './phone-driver';
import type { Scenario } from './scenario';

/** The app behind the mini program, from its button to its conclusion. */
export interface AppInFront {
  /** Taps "Log in with WeChat", or "again" where it still waits for the login before. */
  launch(): Promise<void>;
  /** What it makes of the answer that the phone has delivered. */
  conclude(): Promise<Conclusion>;
  /** What it asked over the network, apart from what the phone has seen. */
  requests(): readonly TimelineEntry[];
}

/** The demo app as WeChat and the phone know it; its screen where the environment serves one. */
export function demoApp(
  { app }: Environment,
  { caller = 'app', contract }: Scenario,
  screen: boolean,
): HostApp {
  const appIds = { app: app.appId, foreign: FOREIGN_APP_ID, none: null };
  return {
    appId: appIds[caller],
    name: app.name,
    ...(screen ? { url: `/harbor?contract=${contract}` } : {}),
  };
}

const appEntry = z.object({
  what: z.enum(['signedIn', 'refused', 'signedOut']),
  detail: z.unknown(),
});
const signedInDetail = z.object({
  who: z.object({ id: z.string(), name: z.string().nullable(), phone: z.string().nullable() }),
  checks: z.array(z.object({ id: z.enum(checkIds), detail: z.string() })),
  claims: z.record(z.string(), z.unknown()),
});
const refusedDetail = z.object({
  code: z.string(),
  message: z.string(),
  apiCode: z.number().optional(),
  requestId: z.string().optional(),
});

/** The demo app itself, on the phone: it says on the timeline what it made of the answer. */
export function appOnPhone(phone: Phone): AppInFront {
  return {
    launch: () => phone.tapInApp('#log-in, #log-in-again', { timeout }),
    requests: () => [],
    async conclude() {
      const entry = appEntry.parse(
        await phone.waitForEntry(({ kind }) => kind === 'app', { timeout }),
      );
      if (entry.what === 'signedIn')
        return { ok: true, ...signedInDetail.parse(entry.detail), tokens: null, error: null };
      const { code, message, apiCode, requestId } = refusedDetail.parse(entry.detail);
      const more = {
        ...(apiCode === undefined ? {} : { apiCode }),
        ...(requestId === undefined ? {} : { requestId }),
      };
      return { ok: false, who: null, claims: null, checks: [], error: { code, message, ...more } };
    },
  };
}

/**
 * The demo app's logic without its screen, in Node: for tests that look at the mini program alone.
 */
export async function appInNode(
  phone: Phone,
  environment: Environment,
  { contract }: Pick<Scenario, 'contract'>,
  preferences: LaunchPreferences,
): Promise<AppInFront> {
  const requests: TimelineEntry[] = [];
  // An app and WeChat share the phone's clock; the servers' may have been moved ahead of it.
  const ahead = environment.clock.now() - (await phone.clock.now());
  const now = () => environment.clock.now() - ahead;
  const app = createHostApp(environment.registration, {
    fetch: recordingFetch(environment, requests),
    now,
  });
  const attempt = await app.begin(contract, preferences);
  let launched = 0;
  return {
    launch() {
      launched = phone.timeline().at(-1)?.id ?? 0;
      return phone.launch({ path: attempt.path });
    },
    conclude: async () => {
      const entry = await phone.waitForEntry(({ id, kind }) => id > launched && kind === 'extMsg', {
        timeout,
      });
      if (entry.kind !== 'extMsg') throw new Error('the app has no answer');
      return app.receive({ by: entry.as, text: entry.extMsg });
    },
    requests: () => requests,
  };
}

function recordingFetch(
  { origins, clock }: Environment,
  entries: TimelineEntry[],
): AppPlatform['fetch'] {
  const mapped = mapOrigins(origins, fetch);
  return async (url, init = {}) => {
    const at = clock.now();
    const request: Extract<TimelineEntry, { kind: 'http' }> = {
      kind: 'http',
      from: 'app',
      // Not the phone's: below zero, and in order.
      id: entries.length - 1_000_000,
      at,
      url,
      method: init.method ?? 'GET',
      requestHeaders: Object.fromEntries(new Headers(init.headers)),
      ...(typeof init.body === 'string' ? { requestBody: readable(init.body) } : {}),
    };
    try {
      const response = await mapped(url, init);
      const responseBody = readable(await response.clone().text());
      entries.push({ ...request, status: response.status, responseBody, ms: clock.now() - at });
      return response;
    } catch (error) {
      entries.push({ ...request, error: String(error), ms: clock.now() - at });
      throw error;
    }
  };
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
