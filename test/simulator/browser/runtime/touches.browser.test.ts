import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { ServiceAnswer } from '../../../../scripts/simulator/contract/process';
import { type OpenProgram, type ProgramBench, programBench } from '../../harness/open-program';

interface HandledTouch {
  readonly type: string;
  readonly at: string;
  readonly from: string;
  readonly detail: unknown;
  readonly dataset: unknown;
  readonly mark: unknown;
  readonly touches?: number;
  readonly changed?: number;
}

let bench: ProgramBench;
let program: OpenProgram;

beforeAll(async () => {
  bench = await programBench();
});
beforeEach(async () => {
  program = await bench.open('touches');
});
afterAll(() => bench.close());

async function heard(): Promise<readonly HandledTouch[]> {
  const events = await program.page.evaluate(() => {
    const { automation } = window.fakePhone.process;
    return automation.pageData(automation.currentPage()?.pageId ?? 0, 'heard');
  });
  return events as readonly HandledTouch[];
}

const types = async (): Promise<string[]> => (await heard()).map(({ type, at }) => `${at}.${type}`);

function answer(service: string, with_: ServiceAnswer): Promise<void> {
  return program.page.evaluate(
    ([name, value]) => {
      window.fakePhone.answers[name] = value;
    },
    [service, with_] as const,
  );
}

const calls = () => program.page.evaluate(() => window.fakePhone.calls);

const set = (data: object) => program.setPage(data);

test('one touch is one tap, with WeChat’s event object', async () => {
  await program.tap('#bubbles');
  expect(await heard()).toEqual([
    expect.objectContaining({
      type: 'touchstart',
      at: 'outer',
      from: 'bubbles',
      touches: 1,
      changed: 1,
    }),
    expect.objectContaining({ type: 'touchend', at: 'outer', touches: 0, changed: 1 }),
    {
      type: 'tap',
      at: 'outer',
      from: 'bubbles',
      detail: { x: 'number', y: 'number' },
      dataset: { where: 'outer', someThing: 3 },
      mark: { a: '1', b: '2' },
      touches: 1,
      changed: 1,
    },
  ]);
});

test('a mouse taps as a finger does', async () => {
  await program.page.locator('#bubbles').click();
  expect(await types()).toEqual(['outer.touchstart', 'outer.touchend', 'outer.tap']);
});

test('a button that has the keyboard’s focus is tapped by Enter', async () => {
  await program.page.locator('#phone').focus();
  await program.page.keyboard.press('Enter');
  expect((await types())[0]).toBe('phone.tap');
});

test('catch keeps a tap from the outside', async () => {
  await program.tap('#caught');
  expect((await types()).filter((type) => type.endsWith('.tap'))).toEqual(['caught.tap']);
});

test('a disabled button swallows its taps, also one inside a component', async () => {
  await program.tap('#off');
  expect((await types()).filter((type) => type.endsWith('.tap'))).toEqual([]);
  await program.tap('#van');
  await set({ vanOff: true });
  await program.tap('#van');
  expect((await types()).filter((type) => /tap|click/.test(type))).toEqual([
    'van.click',
    'outer.tap',
    'outer.tap',
  ]);
});

test('a long press that somebody handles is no tap', async () => {
  const box = await program.page.locator('#long').boundingBox();
  const at = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 };
  await program.page.mouse.move(at.x, at.y);
  await program.page.mouse.down();
  await program.page.waitForFunction(() =>
    window.fakePhone.events.some(({ kind }) => kind === 'setData'),
  );
  await program.page.mouse.up();
  expect(await types()).toEqual(['long.longpress']);
});

test('a finger that moves away makes no tap', async () => {
  const box = await program.page.locator('#moves').boundingBox();
  await program.page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
  await program.page.mouse.down();
  await program.page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 20);
  await program.page.mouse.up();
  expect(await types()).toEqual(['moves.touchmove']);
});

test('hover-class is there while the finger is', async () => {
  const box = await program.page.locator('#bubbles').boundingBox();
  await program.page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
  await program.page.mouse.down();
  await program.page.locator('#bubbles.pressed').waitFor();
  await program.page.mouse.up();
  await program.page.locator('#bubbles:not(.pressed)').waitFor();
});

test('getPhoneNumber: the tap first, then WeChat’s answer as the event', async () => {
  await answer('getPhoneNumber', { ok: true, result: { code: 'c', encryptedData: 'e', iv: 'i' } });
  await program.tap('#phone');
  expect(await types()).toEqual(['phone.tap', 'phone.getphonenumber']);
  expect((await heard())[1]?.detail).toEqual({
    errMsg: 'getPhoneNumber:ok',
    code: 'c',
    encryptedData: 'e',
    iv: 'i',
  });
  expect(await calls()).toEqual([
    { service: 'getPhoneNumber', params: expect.objectContaining({ agree: false }), tapped: true },
  ]);
});

test('a refused phone number comes with errMsg and errno as WeChat words them', async () => {
  await answer('getPhoneNumber', { ok: false, errMsg: 'getPhoneNumber:fail user deny', errno: 1 });
  await program.tap('#van-phone wx-button');
  expect((await heard()).map(({ detail }) => detail)).toEqual([
    { errMsg: 'getPhoneNumber:fail user deny', errno: 1 },
  ]);
});

test('one button that agrees to the privacy contract and asks for the number gives both events', async () => {
  await answer('getPhoneNumber', { ok: true, result: { code: 'c' } });
  await program.tap('#both');
  expect(await types()).toEqual(['both.agreeprivacyauthorization', 'both.getphonenumber']);
  expect(await calls()).toEqual([
    {
      service: 'getPhoneNumber',
      params: expect.objectContaining({ agree: true, buttonId: 'both' }),
      tapped: true,
    },
  ]);
});

test('agreePrivacyAuthorization names the button that was tapped', async () => {
  await answer('agreePrivacyAuthorization', { ok: true, result: {} });
  await program.tap('#agree');
  expect(await types()).toEqual(['agree.agreeprivacyauthorization']);
  expect((await calls())[0]?.params).toEqual({ buttonId: 'agree' });
});

test('launchApp carries its parameter, and tells by two events whether it worked', async () => {
  await answer('launchApp', { ok: false, errMsg: 'launchApp:fail invalid scene' });
  await program.tap('#launch');
  await answer('launchApp', { ok: true, result: {} });
  await program.tap('#launch');
  expect(await types()).toEqual(['launch.error', 'launch.launchapp']);
  expect((await heard())[0]?.detail).toEqual({ errMsg: 'launchApp:fail invalid scene' });
  expect((await calls())[0]?.params).toEqual({ parameter: 'back=1' });
});

test('a button that left before the answer came loses it', async () => {
  await answer('getPhoneNumber', { ok: true, result: { code: 'c' } });
  await program.tap('#leaves');
  await program.tap('#phone');
  expect(await types()).toEqual(['phone.tap', 'phone.getphonenumber']);
});

test('an answer waits while WeChat has suspended the program', async () => {
  await answer('getPhoneNumber', { ok: true, result: { code: 'c' } });
  await program.page.evaluate(() => {
    window.fakePhone.held = [];
  });
  await program.tap('#phone');
  await program.page.waitForFunction(() => window.fakePhone.held?.length === 1);
  expect(await types()).toEqual(['phone.tap']);
  await program.page.evaluate(() => {
    for (const run of window.fakePhone.held?.splice(0) ?? []) run();
  });
  expect(await types()).toEqual(['phone.tap', 'phone.getphonenumber']);
});

test('an open type that the simulator lacks is an error that names it and the file', async () => {
  await program.tap('#share');
  expect(await program.errors()).toEqual([
    expect.stringMatching(/open-type="share".*runtime\/builtins\//),
  ]);
});

test('a navigator opens its page', async () => {
  await program.tap('#go');
  await program.page.locator('text=next').waitFor();
});

test('aria attributes stand on the document for screen readers and axe', async () => {
  const label = program.page.locator('#label');
  expect(await label.getAttribute('role')).toBe('checkbox');
  expect(await label.getAttribute('aria-label')).toBe('a box');
  expect(await label.getAttribute('aria-checked')).toBe('false');
});

test('page-meta sets the page’s style, and the root’s font size from WeChat’s setting', async () => {
  const seen = () =>
    program.page.evaluate(() => [
      getComputedStyle(document.documentElement).fontSize,
      getComputedStyle(document.body).letterSpacing,
    ]);
  expect(await seen()).toEqual(['16px', '1px']);
  await set({ spacing: 2 });
  await program.page.evaluate(() => {
    const { process, device } = window.fakePhone;
    process.deviceChanged({ ...device, fontSizeScaleFactor: 1.5 });
  });
  expect(await seen()).toEqual(['24px', '2px']);
});

test('the timeline tells of setData with its bytes, of another screen, and of a tap before what it causes', async () => {
  await set({ screen: 'two' });
  await program.tap('#leaves');
  const events = (await program.events()).filter(({ kind }) =>
    ['tap', 'setData', 'screen'].includes(kind),
  );
  expect(events).toEqual([
    { kind: 'screen', page: 'page/page', screen: 'one' },
    { kind: 'setData', page: 'page/page', bytes: '{"screen":"two"}'.length },
    { kind: 'screen', page: 'page/page', screen: 'two' },
    { kind: 'tap', target: 'button#leaves', text: 'leaves' },
    { kind: 'setData', page: 'page/page', bytes: '{"left":true}'.length },
  ]);
});

test('setData: a warning beyond 256 KB, refused beyond 1 MB', async () => {
  const grow = (size: number) => program.callPage('grow', size);
  expect(await grow(1024 * 1024)).toBe(false);
  expect(await grow(300 * 1024)).toBe(true);
  expect(await program.errors()).toEqual([
    expect.stringMatching(/refuses more than 1048576/),
    expect.stringMatching(/allows 262144/),
  ]);
});
