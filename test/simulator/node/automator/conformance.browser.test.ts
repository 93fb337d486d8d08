import { beforeAll, describe, expect, test } from '@jest/globals';
import type { MethodName } from '../../../../scripts/simulator/node/automator/methods/all';
import type { NativeName } from '../../../../scripts/simulator/node/automator/methods/native';
import { elementRows } from './conformance/element-rows';
import { programRows } from './conformance/program-rows';
import { type Handle, type MethodRow, type Place, worksNowhere } from './conformance/row';
import { openWire, useAutomator } from './suite';

const suite = useAutomator();

/**
 * What each dialog of WeChat's, and each of its buttons, says when it is not there; how they work:
 * tool-and-app.browser.test.ts.
 */
const nativeRefuses = {
  navigateLeft: [null, 'there is no arrow to the left'],
  confirmModal: [
    null,
    "waited 300 ms for a modal, an action sheet, a picker or a page of WeChat's own: it did not come",
  ],
  cancelModal: [
    null,
    "waited 300 ms for a modal, an action sheet, a picker or a page of WeChat's own: it did not come",
  ],
  choose: [
    { choices: [0] },
    "waited 300 ms for an action sheet, a picker or a page of WeChat's own: it did not come",
  ],
  switchTab: [{ url: 'pages/next/next' }, 'switchTab:fail'],
  authorizeCancel: [null, 'waited 300 ms for'],
  authorizeAllow: [null, 'waited 300 ms for'],
  closePaymentDialog: [null, 'the simulator has no payment'],
  shareCancel: [null, 'the simulator has no sharing'],
  shareConfirm: [null, 'the simulator has no sharing'],
} satisfies Record<Exclude<NativeName, 'goHome'>, readonly [data: unknown, says: string]>;

/** Nothing can be asked after it. */
const ends: readonly MethodName[] = ['Tool.close', 'App.exit'];

/** A method of the protocol without a row does not compile. */
const rows: Record<MethodName, MethodRow> = { ...programRows, ...elementRows };
const names = Object.keys(rows) as MethodName[];

let place: Place;
const asFound = new Map<string, Handle>();

beforeAll(async () => {
  const ask = suite.wire.result;
  await ask('App.callWxMethod', { method: 'navigateTo', args: [{ url: '/pages/next/next' }] });
  const gonePage = Number((await ask('App.getCurrentPage')).pageId);
  await ask('App.callWxMethod', { method: 'navigateBack', args: [{ url: null }] });
  const pageId = Number((await ask('App.getCurrentPage')).pageId);
  const find = async (selector: string): Promise<Handle> => ({
    pageId,
    elementId: String((await ask('Page.getElement', { pageId, selector })).elementId),
  });
  const goneElement = await find('#leaving');
  await ask('Page.setData', { pageId, data: { stays: false } });
  for (const id of [
    '#top',
    '#card',
    '#tapped',
    '#pad',
    '#name',
    '#notes',
    '#scroller',
    '#swiper',
    '#power',
    '#slider',
    '.list',
    '.row',
  ])
    asFound.set(id, await find(id));
  place = {
    pageId,
    gonePage,
    goneElement,
    element(selector) {
      const found = asFound.get(selector);
      if (!found) throw new Error(`${selector} was not looked for`);
      return found;
    },
  };
});

describe('works', () => {
  test.each(names.filter((name) => ![...worksNowhere, ...ends].includes(name)))(
    '%s',
    async (name) => {
      const exchanges = rows[name].works(place);
      expect(exchanges.length).toBeGreaterThan(0);
      for (const [params, result] of exchanges)
        expect(await suite.wire.ask(name, params)).toEqual({ id: expect.any(String), result });
    },
  );
});

describe('refuses, and says why', () => {
  test.each(names)('%s', async (name) => {
    const exchanges = rows[name].refuses(place);
    expect(exchanges.length).toBeGreaterThan(0);
    for (const [params, says] of exchanges) {
      const answer = await suite.wire.ask(name, params);
      expect(answer).toEqual({ id: expect.any(String), error: { message: expect.any(String) } });
      if (says instanceof RegExp) expect(answer.error?.message).toMatch(says);
      else expect(answer.error?.message).toContain(says);
    }
  });

  test("WeChat's own buttons and dialogs that are not there", async () => {
    const expected = Object.entries(nativeRefuses).map(([method, [, says]]) => [
      method,
      expect.stringContaining(says),
    ]);
    // No dialog is opened here, so it need not be waited for long.
    const { SIMULATOR_PATIENCE: before } = process.env;
    process.env.SIMULATOR_PATIENCE = '300';
    const answers = await Promise.all(
      Object.entries(nativeRefuses).map(async ([method, [data]]) => [
        method,
        (await suite.wire.ask('Tool.native', { method, data })).error?.message,
      ]),
    );
    process.env.SIMULATOR_PATIENCE = before;
    expect(answers).toEqual(expected);
  });
});

describe('the end', () => {
  test('of the program leaves the phone, and whatever needs a program says that there is none', async () => {
    await suite.phone.background();
    expect((await suite.wire.ask('App.captureScreenshot')).error?.message).toContain(
      'the program is in the background',
    );
    expect(await suite.wire.ask('App.exit')).toEqual({ id: expect.any(String), result: {} });
    expect(await suite.phone.state()).toMatchObject({ program: 'none', front: 'app' });
    // A finger that was lifted is asked about before the program is.
    const gestures: readonly MethodName[] = ['Element.touchmove', 'Element.touchend'];
    const needProgram = names.filter(
      (name) =>
        !/^Tool\./.test(name) &&
        ![...worksNowhere, ...ends, ...gestures, 'App.enableLog'].includes(name),
    );
    const asked = needProgram.flatMap((name) =>
      rows[name].works(place).map(([params]) => [name, params] as const),
    );
    for (const [name, params] of [...asked, ['Tool.native', { method: 'goHome' }] as const]) {
      const { error } = await suite.wire.ask(name, params);
      expect([name, error?.message]).toEqual([
        name,
        expect.stringContaining('no mini program runs'),
      ]);
    }
    await suite.phone.launch();
  });

  test('of one client takes the others with it, after the answer', async () => {
    let closed = 0;
    const { wsEndpoint } = await suite.server({ onClose: () => closed++ });
    const [one, two] = await Promise.all([openWire(wsEndpoint), openWire(wsEndpoint)]);
    expect(await one.ask('Tool.close')).toEqual({ id: 'wire-1', result: {} });
    await Promise.all([one.closed, two.closed]);
    expect(closed).toBe(1);
  });
});
