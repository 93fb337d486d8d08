import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { thereAre } from '@mini-login/platform/lists';
import { type DeviceInfo, openPhone, type Phone, type PhoneBrowser } from '@mini-login/simulator';
import type { Environment } from '../environment';
import { startTrace } from '../trace/recorder';
import { appInNode, appOnPhone, demoApp } from './app';
import { drivePhone, type PhoneDriver } from './phone-driver';
import { makeReport, type Report } from './report';
import { difference, expectedOf, type Lang, type Scenario } from './scenario';
import { troubleOf } from './trouble';
import { type Moment, walk } from './walk';

export interface JourneyOptions {
  /** Shared by several journeys; absent: one of its own. */
  readonly browser?: PhoneBrowser;
  readonly device?: Partial<DeviceInfo>;
  /** What the launch asks for; contracts that can't say it leave it to WeChat's own language. */
  readonly lang?: Lang;
  /**
   * `phone`: the demo app with its screen, which the environment must serve. `node` (default): its logic
   * alone.
   */
  readonly app?: 'phone' | 'node';
  /** A folder for a picture of each moment: `1-app.png`, `2-log-in.png`, ... */
  readonly screenshots?: string;
  /** A file for the trace of it all: one HTML document. */
  readonly trace?: string;
  readonly onMoment?: (moment: Moment) => void;
  /** What else happens while the person drives the phone. */
  readonly around?: (driver: PhoneDriver, phone: Phone) => PhoneDriver;
}

/** The person can't go on, and begins again at the app's button. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

export interface Journey {
  readonly report: Report;
  /** Why `report.ok` is false; null when it is true. */
  readonly problem: string | null;
}

/** One login from the app's button to the app's conclusion, on a phone of its own. */
export async function runJourney(
  scenario: Scenario,
  environment: Environment,
  options: JourneyOptions = {},
): Promise<Journey> {
  const { people } = environment.sandbox;
  const person = people.find(({ id }) => id === scenario.person);
  if (!person)
    throw new Error(`nobody is called ${scenario.person}; ${thereAre(people.map(({ id }) => id))}`);
  environment.own().connection.loginOnly = scenario.loginOnly ?? false;

  const phone = await openPhone({
    simulator: environment.simulator,
    person: person.id,
    app: demoApp(environment, scenario, options.app === 'phone'),
    ...(scenario.phone ? { profile: scenario.phone } : {}),
    ...(scenario.misbehave ? { misbehave: scenario.misbehave } : {}),
    device: {
      ...(options.lang ? { language: wechatLanguage[options.lang] } : {}),
      ...options.device,
    },
    ...(options.browser ? { browser: options.browser } : {}),
    // Where nobody looks: a quarter of the pixels to draw.
    ...(isLookedAt(options) ? {} : { scale: 1 }),
  });
  const trace = options.trace === undefined ? null : { file: options.trace, ...startTrace(phone) };
  let failure: unknown;
  try {
    const app =
      options.app === 'phone'
        ? appOnPhone(phone)
        : await appInNode(phone, environment, scenario, options.lang ? { lang: options.lang } : {});
    const look = camera(phone, options);
    await look('app');
    // The app knows the path: it has put its state and key into it.
    const own = { ...drivePhone(phone), launch: () => app.launch() };
    const driver = options.around?.(own, phone) ?? own;
    const go = () => walk(scenario, '', driver, troubleOf(scenario, phone, environment), look);
    const extMsg = await go().catch((error: unknown) => {
      if (!(error instanceof Interrupted)) throw error;
      return go();
    });
    const conclusion = await app.conclude();
    await look('returned');
    const problem = difference(conclusion, expectedOf(scenario, person));
    const timeline = [...phone.timeline(), ...app.requests()];
    if (problem !== null) failure = problem;
    return {
      report: makeReport(timeline, { extMsg, app: conclusion, ok: problem === null }),
      problem,
    };
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    await trace?.write(trace.file, {
      title: titleOf(scenario),
      ...(failure === undefined ? {} : { error: failure }),
    });
    await phone.close();
  }
}

function isLookedAt({ screenshots, trace, onMoment }: JourneyOptions): boolean {
  return screenshots !== undefined || trace !== undefined || onMoment !== undefined;
}

function titleOf({ contract, person, deny, trouble }: Scenario): string {
  return [
    `${contract}, ${person}`,
    ...(deny ? [`denies ${deny}`] : []),
    ...(trouble ? [trouble] : []),
  ].join(', ');
}

const wechatLanguage = {
  'zh-CN': 'zh_CN',
  'zh-TW': 'zh_TW',
  en: 'en',
  ja: 'ja',
} as const satisfies Record<Lang, DeviceInfo['language']>;

function camera(
  phone: Phone,
  { screenshots, onMoment }: JourneyOptions,
): (moment: Moment) => Promise<void> {
  let count = 0;
  if (screenshots !== undefined) mkdirSync(screenshots, { recursive: true });
  return async (moment) => {
    onMoment?.(moment);
    count += 1;
    if (screenshots !== undefined)
      await phone.screenshot({ path: join(screenshots, `${count}-${moment}.png`) });
  };
}
