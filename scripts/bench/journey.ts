import { createHostApp, mapOrigins } from '@mini-login/server';
import {
  openBrowser,
  openPhone,
  type PhoneBrowser,
  type TimelineEntry,
} from '@mini-login/simulator';
import type { Environment } from '../environment';
import { drivePhone, type PhoneDriver } from '../journey/phone-driver';
import { troubleOf } from '../journey/trouble';
import { walk } from '../journey/walk';
import { medians, type Numbers, timed } from './numbers';

const SCENARIO = { contract: 'session', person: 'existing' } as const;

/** The query an app would launch the login page with. */
export async function launchPath(environment: Environment): Promise<string> {
  return (await hostApp(environment).begin(SCENARIO.contract)).path;
}

/**
 * Whole logins of a person whom GenAuth knows: what the tap on "allow" costs, and what the way
 * costs in all.
 */
export async function journeyNumbers(environment: Environment, rounds: number): Promise<Numbers> {
  const browser = await openBrowser();
  try {
    const measured: Numbers[] = [];
    for (let round = 0; round < rounds; round += 1)
      measured.push(await oneJourney(environment, browser));
    return medians(measured);
  } finally {
    await browser.close();
  }
}

async function oneJourney(environment: Environment, browser: PhoneBrowser): Promise<Numbers> {
  const app = hostApp(environment);
  const { path } = await app.begin(SCENARIO.contract);
  const phone = await openPhone({
    simulator: environment.simulator,
    browser,
    person: SCENARIO.person,
    app: environment.app,
  });
  try {
    let tappedAt = Number.NaN;
    let resultAt = Number.NaN;
    phone.on('timeline', ({ kind }) => {
      if (kind === 'extMsg' && Number.isNaN(resultAt)) resultAt = performance.now();
    });
    const driver: PhoneDriver = drivePhone(phone);
    const watched: PhoneDriver = {
      ...driver,
      async answerSheet(answer) {
        tappedAt = performance.now();
        await driver.answerSheet(answer);
      },
    };
    const { ms, value: extMsg } = await timed(() =>
      walk(SCENARIO, path, watched, troubleOf(SCENARIO, phone, environment), () =>
        Promise.resolve(),
      ),
    );
    const conclusion = await app.receive({ by: 'WXLaunchMiniProgram.Resp', text: extMsg });
    if (!conclusion.ok) throw new Error(`the login failed: ${JSON.stringify(conclusion)}`);
    return {
      'journey.ms': ms,
      'journey.tapToResult.ms': resultAt - tappedAt,
      ...countsOf(phone.timeline()),
    };
  } finally {
    await phone.close();
  }
}

function countsOf(timeline: readonly TimelineEntry[]): Numbers {
  const allowed = timeline.find(({ kind }) => kind === 'sheet');
  if (allowed === undefined) throw new Error('WeChat never asked for the phone number');
  const requests = timeline.filter((entry) => entry.kind === 'http' && entry.from === 'program');
  const bytes = timeline.flatMap((entry) => (entry.kind === 'setData' ? entry.bytes : []));
  return {
    'journey.requests': requests.length,
    'journey.requestsAfterTap': requests.filter(({ id }) => id > allowed.id).length,
    'journey.wxCalls': timeline.filter(({ kind }) => kind === 'wx').length,
    'journey.setData.calls': bytes.length,
    'journey.setData.bytes': bytes.reduce((sum, each) => sum + each, 0),
  };
}

function hostApp(environment: Environment) {
  return createHostApp(environment.registration, {
    fetch: mapOrigins(environment.origins, fetch),
    now: environment.clock.now,
  });
}
