import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  openBrowser,
  openPhone,
  type Phone,
  type PhoneBrowser,
  type Simulator,
  startSimulator,
} from '../../../../scripts/simulator';
import { project } from '../../node/compile/project';

/*
 * A tap does not answer what it opens. The browser makes the click of a tap from where the finger
 * was lifted, and by then a surface of WeChat's may lie there: nobody has touched that. So the
 * finger comes down once on each thing that the surface has: each button, each column to choose
 * from, and what lies between them.
 */

const pickers = {
  selector: 'range="{{ [1, 2, 3] }}"',
  multiSelector: 'range="{{ [[1, 2], [3, 4]] }}"',
  time: '',
  date: '',
  region: '',
};
const opens = ['getPhoneNumber', 'launchApp'];

const style = 'style="position: fixed; width: 2px; height: 2px; left: {{x}}px; top: {{y}}px"';
const template = [
  `<view wx:if="{{ kind === 'call' }}" ${style} bind:tap="call" />`,
  ...opens.map(
    (type) =>
      `<button wx:elif="{{ kind === '${type}' }}" ${style} open-type="${type}" app-parameter="p" bind:getphonenumber="hear" />`,
  ),
  ...Object.entries(pickers).map(
    ([mode, range]) =>
      `<picker wx:elif="{{ kind === '${mode}' }}" ${style} mode="${mode}" ${range} bind:change="hear" bind:cancel="hear"><view style="height: 2px" /></picker>`,
  ),
].join('');

const script = `Page({
  data: { kind: '', x: 0, y: 0, answers: [] },
  onLoad({ kind = '', x, y }) { this.setData({ kind, x, y }) },
  call() {
    const hear = (answer) => this.setData({ answers: [...this.data.answers, answer] });
    wx[this.api]({ ...this.params, success: hear, fail: hear });
  },
  hear({ type, detail }) { this.setData({ answers: [...this.data.answers, [type, detail]] }) },
  opens(api, params) { this.api = api; this.params = params },
})`;
const next = `Page({
  data: { x: 0, y: 0, taps: 0 },
  onLoad({ x, y }) { this.setData({ x, y }) },
  tap() { this.setData({ taps: this.data.taps + 1 }) },
})`;

const program = project({
  'src/app.json': JSON.stringify({
    pages: ['page', 'next', 'other'],
    window: { navigationStyle: 'custom' },
    __usePrivacyCheck__: true,
    tabBar: {
      list: [
        { pagePath: 'page', text: 'page' },
        { pagePath: 'other', text: 'other' },
      ],
    },
  }),
  'src/page.json': '{}',
  'src/page.wxml': template,
  'src/page.js': script,
  'src/next.json': '{ "navigationStyle": "default" }',
  'src/next.wxml': `<view ${style} bind:tap="tap" />`,
  'src/next.js': next,
  'src/other.json': '{}',
  'src/other.wxml': '<view />',
  'src/other.js': 'Page({})',
});

let simulator: Simulator;
let browser: PhoneBrowser;
beforeAll(async () => {
  [simulator, browser] = await Promise.all([
    startSimulator({
      project: program.dir,
      routes: (app) => app.get('/app', (c) => c.html(appPage)),
    }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await simulator.close();
  program.dispose();
});

/** The app behind: it counts what is touched in it. */
const appPage =
  '<body onclick="parent.inApp = (parent.inApp || 0) + 1" style="height: 100vh">app</body>';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the program and the phone show, asked in one go. */
interface Look {
  readonly open: string | null;
  readonly answers: readonly unknown[];
  readonly path: string;
  readonly taps: number;
}

/** One page of one phone, touched at points of the screen, with as little asking as possible. */
class Screen {
  readonly phone: Phone;
  readonly pageId: number;
  /** Of the program's frame. */
  readonly top: number;

  private constructor(phone: Phone, pageId: number, top: number) {
    this.phone = phone;
    this.pageId = pageId;
    this.top = top;
  }

  static async of(phone: Phone): Promise<Screen> {
    const page = await phone.miniProgram.currentPage();
    const top = await phone.evaluateInFrame('() => frameElement.getBoundingClientRect().top');
    return new Screen(phone, page.id, Number(top));
  }

  /** Puts the button under the point, and waits until a touch there is one of its own. */
  async aim({ x, y }: Point): Promise<void> {
    const data = { x: x - 1, y: y - 1 - this.top, answers: [] };
    await this.phone.evaluateInFrame(`async () => {
      const { phone } = parent;
      phone.process.automation.setPageData(${this.pageId}, ${JSON.stringify(data)});
      for (let ms; (ms = phone.touchWait(${x}, ${y})) > 0; )
        await new Promise((done) => parent.setTimeout(done, ms));
    }`);
  }

  /** A finger without any aim, and what is there after the browser has made a click of it. */
  async touch({ x, y }: Point): Promise<Look> {
    await this.phone.evaluateInFrame(`() => {
      const app = parent.document.querySelector('.app-frame').contentWindow;
      window.clicked = new Promise((done) => {
        for (const each of [window, parent, app])
          each.addEventListener('click', () => parent.setTimeout(done, 0), { capture: true, once: true });
        parent.setTimeout(done, 250);
      });
    }`);
    const points = [{ clientX: x, clientY: y - this.top }];
    await this.phone.byId.touchstart(this.pageId, '', points);
    await this.phone.byId.touchend();
    return await this.look('await window.clicked');
  }

  /**
   * Both halves of a double tap, the second as soon as another page is in front: from within,
   * because a busy machine takes its time on the way there.
   */
  async doubleTap({ x, y }: Point): Promise<Look> {
    return await this.look(`
      const half = () => {
        const { top } = frameElement.getBoundingClientRect();
        const at = ${y} < top ? parent : window;
        const place = { clientX: ${x}, clientY: ${y} < top ? ${y} : ${y} - top };
        const { document } = at;
        const target = document.elementFromPoint(place.clientX, place.clientY) ?? document.body;
        const touch = new at.Touch({ identifier: 7, target, ...place });
        const about = { bubbles: true, cancelable: true, ...place };
        target.dispatchEvent(new at.PointerEvent('pointerdown', { ...about, pointerId: 7 }));
        for (const type of ['touchstart', 'touchend']) {
          const touches = type === 'touchstart' ? [touch] : [];
          const more = { touches, changedTouches: [touch] };
          target.dispatchEvent(new at.TouchEvent(type, { ...about, ...more }));
        }
        target.dispatchEvent(new at.MouseEvent('click', { ...about, detail: 1 }));
      };
      const front = () => parent.phone.process.automation.currentPage().pageId;
      half();
      while (front() === ${this.pageId}) await new Promise((done) => parent.setTimeout(done, 0));
      half();
      await new Promise((done) => parent.setTimeout(done, 20))`);
  }

  async look(first = ''): Promise<Look> {
    const found = await this.phone.evaluateInFrame(`async () => {
      { ${first}; }
      const { phone } = parent;
      const { automation } = phone.process;
      const { pageId, path } = automation.currentPage();
      const { answers = [], taps = 0 } = automation.pageData(pageId);
      const contract = parent.document.querySelector('[data-testid="privacy-contract"]');
      const open =
        phone.dialog?.kind ?? phone.sheet?.kind ?? phone.picker?.mode ?? phone.nativePage?.kind;
      return { answers, taps, path, open: open ?? (contract ? 'contract' : null) };
    }`);
    return found as Look;
  }

  /** A point of each thing that a finger would meet now. */
  async places(): Promise<readonly Point[]> {
    const found = await this.phone.evaluateInFrame(`() => {
      const places = new Map();
      for (let y = 42; y < 667; y += 6)
        for (let x = 15; x < 375; x += 12) {
          // Under the capsule no program is.
          if (y < 90 && x > 270) continue;
          const met = parent.document.elementFromPoint(x, y);
          const thing = met.closest('button, select') ?? met;
          places.set(thing, [...(places.get(thing) ?? []), { x, y }]);
        }
      return [...places.values()].map((points) => points[Math.floor(points.length / 2)]);
    }`);
    return found as Point[];
  }

  /** Until something is open; the page itself looks. */
  async opened(): Promise<Look> {
    return await this.look(`
      const isOpen = () =>
        parent.phone.dialog ?? parent.phone.sheet ?? parent.phone.picker ?? parent.phone.nativePage ??
        parent.document.querySelector('[data-testid="privacy-contract"]');
      while (!isOpen()) await new Promise((done) => parent.setTimeout(done, 10))`);
  }

  /** Until the program has been answered. */
  async answered(): Promise<Look> {
    return await this.look(`
      const { automation } = parent.phone.process;
      const answers = () => automation.pageData(${this.pageId}).answers ?? [];
      while (answers().length === 0) await new Promise((done) => parent.setTimeout(done, 10))`);
  }
}

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
async function refuse(phone: Phone): Promise<void> {
  await (await phone.sheet()).reject();
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
      await phone.evaluateInFrame(`() => parent.phone.answerSheet('reject')`);
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
  const phone = await openPhone({
    simulator,
    browser,
    scale: 1,
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
    const screen = await Screen.of(phone);
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
    await phone.close();
  },
);

async function agree(screen: Screen): Promise<void> {
  const point = { x: 187, y: 60 };
  await screen.aim(point);
  await screen.touch(point);
  await (await screen.phone.sheet()).allow();
  while ((await screen.opened()).open !== 'phone-number');
  await refuse(screen.phone);
}

test('the contract page is not left by the tap that opens it', async () => {
  const phone = await openAt('call');
  const screen = await Screen.of(phone);
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
  await phone.close();
});

test('the app that a button leads back to is not touched', async () => {
  const phone = await openAt('launchApp');
  const screen = await Screen.of(phone);
  for (const y of [60, 340, 620]) {
    const point = { x: 187, y };
    await screen.aim(point);
    await screen.touch(point);
    await phone.clock.advance(1_000);
    expect(await phone.state()).toMatchObject({ front: 'app' });
    expect(await phone.evaluateInFrame('() => parent.inApp || 0')).toBe(0);
    await phone.foreground();
  }
  await phone.close();
});

test('the bar that is drawn under the finger is not tapped', async () => {
  const phone = await openAt('call');
  const screen = await Screen.of(phone);
  await phone.byId.callPageMethod(screen.pageId, 'opens', ['showTabBar', {}]);
  // Of its two tabs.
  for (const x of [94, 281]) {
    await screen.aim({ x, y: 641 });
    expect(await screen.touch({ x, y: 641 })).toMatchObject({ path: 'page' });
    await phone.miniProgram.callWxMethod('hideTabBar');
  }
  await phone.close();
});

test('the second half of a double tap does nothing on the page that the first half opened', async () => {
  const phone = await openAt('call');
  const screen = await Screen.of(phone);
  await phone.miniProgram.navigateTo('/next?x=1&y=1');
  const { top } = await Screen.of(phone);
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
  const next = await Screen.of(phone);
  await next.aim({ x: 101, y: 301 });
  await next.touch({ x: 101, y: 301 });
  expect(await next.touch({ x: 101, y: 301 })).toMatchObject({ taps: 2 });
  await phone.close();
});
