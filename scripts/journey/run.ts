import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AppWorld, createHostApp, mapOrigins } from '../host-app';
import { type DeviceInfo, openPhone, type Phone, type PhoneBrowser, type TimelineEntry } from '../simulator';
import type { World } from '../world';
import { handsOn } from './hands';
import { makeReport, type Report } from './report';
import { difference, expectedOf, type Scenario } from './scenario';
import { troubleOf } from './trouble';
import { type Moment, walk } from './walk';

export interface JourneyOptions {
  /** Shared by several journeys; absent: one of its own. */
  readonly browser?: PhoneBrowser;
  readonly device?: Partial<DeviceInfo>;
  /** What the launch asks for; contracts that can't say it leave it to WeChat's own language. */
  readonly lang?: Lang;
  /** A folder for a picture of each moment: `1-log-in.png`, `2-agreed.png`, ... */
  readonly screenshots?: string;
  readonly onMoment?: (moment: Moment) => void;
}

export type Lang = 'zh-CN' | 'zh-TW' | 'en' | 'ja';

export interface Journey {
  readonly report: Report;
  /** Why `report.ok` is false; null when it is true. */
  readonly problem: string | null;
}

/** One log-in from the app's button to the app's conclusion, on a phone of its own. */
export async function runJourney(scenario: Scenario, world: World, options: JourneyOptions = {}): Promise<Journey> {
  const person = world.sandbox.people.find(({ id }) => id === scenario.person);
  if (!person)
    throw new Error(`nobody is called ${scenario.person}; there are ${world.sandbox.people.map(({ id }) => id).join(', ')}`);
  world.sandbox.genauth.tenant.behaviour.loginOnly = scenario.loginOnly ?? false;

  const phone = await openPhone({
    simulator: world.simulator,
    person: person.id,
    misbehave: { navigateBackApplication: scenario.back ?? 'works' },
    app: { appId: world.sandbox.genauth.tenant.connection.mobileAppID, name: world.sandbox.genauth.tenant.app.name },
    device: { ...(options.lang ? { language: wechatLanguage[options.lang] } : {}), ...options.device },
    ...(options.browser ? { browser: options.browser } : {}),
  });
  try {
    const appRequests: TimelineEntry[] = [];
    const app = createHostApp(world.registration, { fetch: recordingFetch(world, appRequests), now: world.clock.now });
    const attempt = await app.begin(scenario.contract, options.lang ? { lang: options.lang } : {});
    const trouble = troubleOf(scenario, phone, world);
    const extMsg = await walk(scenario, attempt.path, handsOn(phone), trouble, camera(phone, options));
    await trouble.beforeConclusion();
    const conclusion = await attempt.conclude(extMsg);
    const problem = difference(conclusion, expectedOf(scenario, person));
    const timeline = [...phone.timeline(), ...appRequests];
    return { report: makeReport(timeline, attempt.path, { extMsg, app: conclusion, ok: problem === null }), problem };
  } finally {
    await phone.close();
  }
}

const wechatLanguage = { 'zh-CN': 'zh_CN', 'zh-TW': 'zh_TW', en: 'en', ja: 'ja' } as const satisfies Record<
  Lang,
  DeviceInfo['language']
>;

function camera(phone: Phone, { screenshots, onMoment }: JourneyOptions): (moment: Moment) => Promise<void> {
  let count = 0;
  if (screenshots !== undefined) mkdirSync(screenshots, { recursive: true });
  return async (moment) => {
    onMoment?.(moment);
    count += 1;
    if (screenshots !== undefined) await phone.screenshot({ path: join(screenshots, `${count}-${moment}.png`) });
  };
}

/** The app's own requests go to the doubles, and into the report. */
function recordingFetch({ origins, clock }: World, entries: TimelineEntry[]): AppWorld['fetch'] {
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
      ...(init.body ? { requestBody: readable(String(init.body)) } : {}),
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
