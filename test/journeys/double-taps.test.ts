import { expect, test } from '@jest/globals';
import type { LaunchPreferences } from '@mini-login/server';
import type { TimelineEntry } from '@mini-login/simulator';
import { waiting } from '@mini-login/simulator';
import { buttonsOfScreens } from '../support/buttons';
import { useJourneys } from '../support/journeys';
import { logInWhile, untilAsked } from '../support/log-in';
import type { PhoneSetting, TestPhone } from '../support/phone';

// A brand where the phone number is optional: only there every button can be seen.
const journeys = useJourneys({ brand: 'lumen' });
const { journey } = journeys;

const reader = 'pages/agreement/agreement';

/** ms between two taps: nobody is quicker. */
const quick = 50;

interface Row {
  /** Until the button is there. */
  readonly go: (phone: TestPhone) => Promise<void>;
  readonly setting?: PhoneSetting;
  /** The id on the screen, where the handle stands for several. */
  readonly id?: string;
  /** What the first tap begins; null: it changes the screen alone. */
  readonly begins: string | null;
  /** Why the second may begin the same again. */
  readonly harmless?: string;
}

/** Where its sheet is not up by then; below it is slow on purpose. */
const asksAgain = 'WeChat asks again, one sheet in the place of the other';

const stays: PhoneSetting = { misbehave: { navigateBackApplication: 'fail' } };

const rows: Readonly<Record<string, Row>> = {
  'about agreement-<id>': {
    go: (phone) => phone.open('pages/login/login'),
    id: 'agreement-terms',
    begins: `page ${reader}`,
  },
  'login agreement-<id>': { go: login(), id: 'agreement-terms', begins: `page ${reader}` },
  'login consent-box': { go: login(), begins: null },
  'login decline': { go: login(), begins: 'result' },
  'login primary': { go: ticked(), begins: 'sheet phone-number', harmless: asksAgain },
  'login sheet-<id>': { go: sheet, id: 'sheet-terms', begins: `page ${reader}` },
  'login sheet-agree': { go: sheet, begins: 'sheet phone-number', harmless: asksAgain },
  'login sheet-cancel': { go: sheet, begins: null },
  'login sheet-overlay': { go: sheet, begins: null },
  'login without-phone': { go: ticked({ phone: 'optional' }), begins: 'result' },
  'working cancel': { go: working, begins: 'result' },
  'returning return': { setting: stays, go: manualReturn, begins: 'result' },
  'returning exit': {
    setting: stays,
    go: manualReturn,
    begins: 'wx.exitMiniProgram',
    harmless: 'leaving twice is leaving',
  },
  'failure retry': { go: failure, begins: 'wx.login' },
  'failure give-up': { go: failure, begins: 'result' },
  'failure copy-support': {
    go: failure,
    begins: 'wx.setClipboardData',
    harmless: 'the clipboard holds the same',
  },
};

/** Only where GenAuth keeps the agreements: in agreements.test.ts. */
const elsewhere: readonly string[] = ['login option-<id>', 'login sheet-option-<id>'];

test('every button of every screen is told about below', () => {
  expect([...Object.keys(rows), ...elsewhere].sort()).toEqual(buttonsOfScreens());
});

/** Each in a process of its own, on the same phone. */
for (const setting of new Set(Object.values(rows).map((row) => row.setting))) {
  const chosen = Object.entries(rows).filter(([, row]) => row.setting === setting);
  const names = chosen.map(([handle]) => handle).join(', ');
  journey(`two quick taps begin one thing: ${names}`, setting ?? {}, async (phone) => {
    const wrong: unknown[] = [];
    for (const [handle, row] of chosen) {
      const found = await tryTwice(phone, handle, row).catch((error) => String(error));
      if (found !== null) wrong.push([handle, found]);
      await phone.kill();
    }
    expect(wrong).toEqual([]);
  });
}

/** Null: as it should be. */
async function tryTwice(
  phone: TestPhone,
  handle: string,
  { go, id, begins, harmless }: Row,
): Promise<unknown> {
  const [, name = ''] = handle.split(' ');
  await go(phone);
  const before = phone.timeline().at(-1)?.id ?? 0;
  const begun = () =>
    phone
      .timeline()
      .filter((entry) => entry.id > before)
      .flatMap(effectOf);
  await tapTwice(phone, id ?? name);
  if (begins !== null) await waiting(begins, async () => begun().includes(begins));
  // What a second tap may have begun late.
  await phone.wait(2_000);
  const all = begun();
  const doubled = all.filter((effect, index) => all.indexOf(effect) !== index);
  const wrong = doubled.filter((effect) => harmless === undefined || effect !== begins);
  if (wrong.length > 0) return wrong;
  return begins === null && all.length > 0 ? all : null;
}

// Before its sheet is up WeChat takes a second tap for another question.
for (const [which, slow] of [
  ['both', { times: 2 }],
  ['the first', {}],
] as const) {
  journey(`two taps while WeChat is slow to ask, ${which}: one login`, {}, async (phone) => {
    const { wechat } = journeys.environment.sandbox;
    wechat.faults.enqueue({
      ...slow,
      path: '/client/phone-number',
      fault: { kind: 'slow', ms: 3_000 },
    });
    await ticked()(phone);
    const before = phone.timeline().length;
    await tapTwice(phone, 'primary');
    await untilAsked(wechat);
    await phone.wait(3_000);
    await phone.allow();
    expect(await phone.conclusion()).toMatchObject({ ok: true });
    await phone.wait(10_000);
    const begun = phone.timeline().slice(before).flatMap(effectOf);
    expect(begun.filter((effect) => ['result', 'wx.request'].includes(effect))).toEqual([
      'wx.request',
      'result',
    ]);
  });
}

// On the smallest phone the sheet's button comes up where the primary one was.
journey(
  'two taps on primary without a yes, however quick, agree to nothing and leave the sheet open',
  { device: { screenWidth: 320, screenHeight: 568 } },
  async (phone) => {
    for (const pause of [quick, 250]) {
      await login()(phone);
      const before = phone.timeline().length;
      await tapTwice(phone, 'primary', pause);
      await phone.wait(2_000);
      expect(phone.timeline().slice(before).flatMap(effectOf)).toEqual([]);
      const box = await (await phone.page()).$('#consent-box');
      expect(await box?.attribute('aria-checked')).toBe('false');
      await phone.tap('sheet-agree');
      await phone.allow();
      expect(await phone.conclusion()).toMatchObject({ ok: true });
      await phone.kill();
    }
  },
);

/** What people and servers notice. */
function effectOf(entry: TimelineEntry): string[] {
  switch (entry.kind) {
    case 'extMsg':
      return ['result'];
    case 'sheet':
      return [`sheet ${entry.sheet}`];
    case 'screen':
      return entry.page === reader ? [`page ${entry.page}`] : [];
    case 'wx':
      // A number that is asked for is a sheet.
      return ['setNavigationBarTitle', 'getSystemInfoSync', 'getPhoneNumber'].includes(entry.api)
        ? []
        : [`wx.${entry.api}`];
    case 'error':
      return [`error ${entry.message}`];
    default:
      return [];
  }
}

function login(preferences?: LaunchPreferences) {
  return async (phone: TestPhone) => {
    await phone.logIn('session', preferences);
    await phone.screen('login');
  };
}

function ticked(preferences?: LaunchPreferences) {
  return async (phone: TestPhone) => {
    await login(preferences)(phone);
    await phone.tap('consent-box');
    // Until the login code is there, a tap is none.
    const isBusy = async () => Object(await (await phone.page()).data('view')).primary.busy;
    await waiting('the login code', async () => (await isBusy()) === false);
  };
}

async function sheet(phone: TestPhone): Promise<void> {
  await login()(phone);
  await phone.tap('primary');
  await phone.text('sheet');
  // A pane of glass lies over it while it comes up.
  const glass = await (await phone.page()).$('.sheet-glass');
  await waiting(
    'the sheet to be there for a finger',
    async () => (await glass?.style('pointerEvents')) === 'none',
  );
}

async function working(phone: TestPhone): Promise<void> {
  await logInWhile(phone, journeys.environment.sandbox.genauth, { kind: 'hang' });
  await phone.screen('working');
}

async function failure(phone: TestPhone): Promise<void> {
  const fault = { kind: 'status', status: 500 } as const;
  await logInWhile(phone, journeys.environment.sandbox.genauth, fault);
  await phone.screen('failure');
}

async function manualReturn(phone: TestPhone): Promise<void> {
  await login()(phone);
  await phone.tap('decline');
  await phone.text('return');
}

/** A finger that comes down twice in the same place, whatever is there the second time. */
async function tapTwice(phone: TestPhone, id: string, pause = quick): Promise<void> {
  const page = await phone.page();
  const element = await waiting(`#${id}`, () => page.$(`#${id}`));
  const { windowHeight } = Object(await phone.mini.systemInfo());
  let last = Number.NaN;
  // It may still slide in.
  const at = await waiting(`#${id} at rest`, async () => {
    const [{ left, top }, { width, height }, scrolled] = [
      await element.offset(),
      await element.size(),
      await page.scrollTop(),
    ];
    const [clientX, clientY] = [
      left + Number(width) / 2,
      top + Number(height) / 2 - Number(scrolled),
    ];
    const rests = clientY === last && clientY < windowHeight;
    last = clientY;
    return rests ? { touches: [{ identifier: 0, clientX, clientY }] } : null;
  });
  const tap = () => Promise.all([element.touchstart(at), element.touchend()]);
  await phone.inNoTime(async () => {
    await tap();
    await phone.wait(pause);
    await tap();
  });
}
