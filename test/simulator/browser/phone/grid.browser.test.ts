import { afterAll, expect, test } from '@jest/globals';
import type { Phone } from '../../../../scripts/simulator';
import { usePhonesOf } from '../../fixtures/phones-of';
import { appPage, gridProgram } from './grid/program';
import { type Point, TouchedScreen } from './grid/screen';

/*
 * A tap does not answer what it opens. The browser makes the click of a tap from where the finger
 * was lifted, and by then a surface of WeChat's may lie there: nobody has touched that. So the
 * finger comes down once on each thing that the surface has: each button, each column to choose
 * from, and what lies between them.
 */

const program = gridProgram();
const phones = usePhonesOf(() => ({
  project: program.dir,
  routes: (app) => app.get('/app', (c) => c.html(appPage)),
}));
afterAll(() => program.dispose());

interface Surface {
  readonly name: string;
  readonly kind?: string;
  readonly api?: readonly [name: string, params: object];
  readonly opens: string;
  /** How many buttons and columns it has. */
  readonly controls: number;
  answer(phone: Phone): Promise<void>;
}

const dialog = (name: string, opens: string, controls: number, params: object): Surface => ({
  ...{ name, opens, controls },
  api: [opens === 'modal' ? 'showModal' : 'showActionSheet', params],
  answer: (phone) => phone.answerDialog('cancel'),
});
/** By the phone: a finger would wait until it is none of the one that has opened the sheet. */
const reject = (phone: Phone) => phone.evaluateInFrame(`() => parent.phone.answerSheet('reject')`);
async function refuse(phone: Phone): Promise<void> {
  await reject(phone);
  // WeChat asks again only after a while.
  await phone.clock.advance(11_000);
}
const surfaces: readonly Surface[] = [
  dialog('a modal', 'modal', 2, { title: 'a', content: 'b' }),
  dialog('an action sheet of 2', 'actionSheet', 3, { itemList: ['1', '2'] }),
  dialog('an action sheet of 6', 'actionSheet', 7, { itemList: ['1', '2', '3', '4', '5', '6'] }),
  {
    name: 'the privacy sheet',
    opens: 'privacy',
    controls: 3,
    api: ['requirePrivacyAuthorize', {}],
    answer: refuse,
  },
  {
    ...{ name: 'the number', opens: 'phone-number', controls: 2, kind: 'getPhoneNumber' },
    answer: refuse,
  },
  {
    name: 'a scope',
    opens: 'scope',
    api: ['authorize', { scope: 'scope.record' }],
    controls: 2,
    async answer(phone) {
      await reject(phone);
      await phone.setPermissions({ 'scope.record': null });
    },
  },
  {
    name: "WeChat's settings",
    opens: 'setting',
    api: ['openSetting', {}],
    controls: 1,
    answer: (phone) => phone.answerNativePage('back'),
  },
  ...Object.entries({ selector: 1, multiSelector: 2, time: 2, date: 3, region: 3 }).map(
    ([mode, columns]) => ({
      name: `a picker of ${mode}`,
      opens: mode,
      kind: mode,
      controls: columns + 2,
      answer: (phone: Phone) => phone.answerPicker('cancel'),
    }),
  ),
];

const middle: Point = { x: 187, y: 340 };

async function openAt(kind: string): Promise<Phone> {
  const phone = await phones.open({
    device: { screenWidth: 375, screenHeight: 667, safeAreaBottom: 0 },
    app: { appId: 'wxapp', name: 'App', url: '/app' },
  });
  await phone.launch({ path: `page?kind=${kind}` });
  await phone.miniProgram.callWxMethod('hideTabBar');
  return phone;
}

test.each(surfaces.map((each) => [each.name, each] as const))(
  'a tap anywhere that opens %s does not answer it',
  async (_name, { kind = 'call', api, opens, controls, answer }) => {
    const phone = await openAt(kind);
    const screen = await TouchedScreen.of(phone);
    if (api) await phone.byId.callPageMethod(screen.pageId, 'opens', [...api]);
    // The number is asked for after the program's privacy contract.
    if (opens === 'phone-number') await agree(screen);
    const wrong: unknown[] = [];
    await screen.aim(middle);
    await screen.touch(middle);
    await screen.opened();
    const places = await screen.places();
    // And at least what lies around them.
    expect(places.length).toBeGreaterThan(controls);
    await answer(phone);
    for (const point of places) {
      await screen.aim(point);
      const { answers } = await screen.touch(point);
      const { open } = answers.length === 0 ? await screen.opened() : await screen.look();
      if (answers.length > 0 || open !== opens) wrong.push({ point, open, answers });
      else await answer(phone);
    }
    expect(wrong).toEqual([]);
    // What it is answered on purpose, and only then, it is told.
    const low = { x: 345, y: 620 };
    await screen.aim(low);
    await screen.touch(low);
    await screen.opened();
    await phone.clock.advance(1_000);
    expect(await screen.look()).toMatchObject({ answers: [], open: opens });
    await answer(phone);
    expect((await screen.answered()).answers).toHaveLength(1);
  },
);

async function agree(screen: TouchedScreen): Promise<void> {
  const point = { x: 187, y: 60 };
  await screen.aim(point);
  await screen.touch(point);
  await (await screen.phone.sheet()).allow();
  while ((await screen.opened()).open !== 'phone-number');
  await refuse(screen.phone);
}

test('the contract page is not left by the tap that opens it', async () => {
  const phone = await openAt('call');
  const screen = await TouchedScreen.of(phone);
  await phone.byId.callPageMethod(screen.pageId, 'opens', ['openPrivacyContract', {}]);
  const openAndLook = async (point: Point) => {
    await screen.aim(point);
    await screen.touch(point);
    expect(await screen.opened()).toMatchObject({ open: 'contract' });
  };
  await openAndLook(middle);
  const places = await screen.places();
  await phone.back();
  expect(places.length).toBeGreaterThan(2);
  for (const point of places) {
    await openAndLook(point);
    await phone.back();
  }
});

test('the app that a button leads back to is not touched', async () => {
  const phone = await openAt('launchApp');
  const screen = await TouchedScreen.of(phone);
  for (const y of [60, 340, 620]) {
    const point = { x: 187, y };
    await screen.aim(point);
    await screen.touch(point);
    await phone.clock.advance(1_000);
    expect(await phone.state()).toMatchObject({ front: 'app' });
    expect(await phone.evaluateInFrame('() => parent.inApp || 0')).toBe(0);
    await phone.foreground();
  }
});

test('the bar that is drawn under the finger is not tapped', async () => {
  const phone = await openAt('call');
  const screen = await TouchedScreen.of(phone);
  await phone.byId.callPageMethod(screen.pageId, 'opens', ['showTabBar', {}]);
  // Of its two tabs.
  for (const x of [94, 281]) {
    await screen.aim({ x, y: 641 });
    expect(await screen.touch({ x, y: 641 })).toMatchObject({ path: 'page' });
    await phone.miniProgram.callWxMethod('hideTabBar');
  }
});

test('the second half of a double tap does nothing on the page that the first half opened', async () => {
  const phone = await openAt('call');
  const screen = await TouchedScreen.of(phone);
  await phone.miniProgram.navigateTo('/next?x=1&y=1');
  const { top } = await TouchedScreen.of(phone);
  const bar = (await screen.places()).filter(({ y }) => y < top);
  await phone.miniProgram.navigateBack();
  const wrong: unknown[] = [];
  // The bar with its arrow, and the page below.
  expect(bar.length).toBeGreaterThan(1);
  for (const point of [...bar, { x: 30, y: 130 }, middle, { x: 345, y: 620 }]) {
    const url = `/next?x=${point.x - 1}&y=${point.y - 1 - top}`;
    await phone.byId.callPageMethod(screen.pageId, 'opens', ['navigateTo', { url }]);
    await screen.aim(point);
    // Under the bar lies its arrow, and the way back is an answer too.
    const { path, taps } = await screen.doubleTap(point);
    if (path !== 'next' || taps !== 0) wrong.push({ point, path, taps });
    else await phone.miniProgram.navigateBack();
  }
  expect(wrong).toEqual([]);
  // Touches of their own count, also two that are as quick.
  await phone.miniProgram.navigateTo(`/next?x=100&y=${300 - top}`);
  const next = await TouchedScreen.of(phone);
  await next.aim({ x: 101, y: 301 });
  await next.touch({ x: 101, y: 301 });
  expect(await next.touch({ x: 101, y: 301 })).toMatchObject({ taps: 2 });
});
