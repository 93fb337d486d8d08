import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type OpenProgram, type ProgramBench, programBench } from '../../harness/open-program';

let bench: ProgramBench;
let program: OpenProgram;

beforeAll(async () => {
  bench = await programBench();
});
beforeEach(async () => {
  program = await bench.open('view');
});
afterAll(() => bench.close());

const call = (method: string, ...args: unknown[]) => program.callPage(method, ...args);

const wx = (method: string, options: Readonly<Record<string, unknown>>) =>
  program.page.evaluate(
    ([name, args]) => window.fakePhone.process.automation.callWxMethod(name, [args]),
    [method, options] as const,
  );

/** Waits for an entry of the page's own list. */
const heard = (text: string) =>
  program.page.waitForFunction((part) => {
    const { automation } = window.fakePhone.process;
    return JSON.stringify(
      automation.pageData(automation.currentPage()?.pageId ?? 0, 'heard'),
    ).includes(part);
  }, text);

const color = (selector: string) =>
  program.page
    .locator(selector)
    .first()
    .evaluate((node) => getComputedStyle(node).color);

test('the program sees WeChat’s globals and none of the browser’s', async () => {
  expect(await call('globals')).toEqual({
    window: 'undefined',
    document: 'undefined',
    fetch: 'undefined',
    URL: 'undefined',
    btoa: 'undefined',
    TextEncoder: 'undefined',
    global: 'undefined',
    wx: 'object',
    timer: 'function',
  });
});

test('a module is loaded later by require.async', async () => {
  expect(await call('later')).toBe('function');
});

test('a page’s style is on only while the page is in front', async () => {
  expect(await color('#title')).toBe('rgb(1, 2, 3)');
  await wx('navigateTo', { url: '/page/other' });
  expect(await color('#other')).not.toBe('rgb(1, 2, 3)');
  await wx('navigateBack', {});
  expect(await color('#title')).toBe('rgb(1, 2, 3)');
});

test('a page comes back where it was scrolled to', async () => {
  await wx('pageScrollTo', { scrollTop: 300, duration: 0 });
  await wx('navigateTo', { url: '/page/other' });
  expect(await program.page.evaluate(() => document.documentElement.scrollTop)).toBe(0);
  await wx('navigateBack', {});
  expect(await program.page.evaluate(() => document.documentElement.scrollTop)).toBe(300);
});

test('pageScrollTo scrolls to an element, and the page is told of the scroll and of its end', async () => {
  await wx('pageScrollTo', { selector: '#end', duration: 0 });
  await heard('bottom');
  expect(await wx('pageScrollTo', { selector: '#none' }).catch(String)).toContain(
    'pageScrollTo:fail',
  );
});

test('an animation runs its steps one after the other', async () => {
  await call('animate');
  await program.page.waitForFunction(() => {
    const style = document.querySelector<HTMLElement>('#moved')?.style;
    return (
      style?.transform === 'translateX(20px) translateX(40px)' ||
      style?.transform === 'translateX(40px)'
    );
  });
  expect(
    await program.page.locator('#moved').evaluate((node) => node.getAttribute('style')),
  ).toContain('10ms linear');
});

test('an intersection observer tells when an element comes into view', async () => {
  await call('watch');
  await wx('pageScrollTo', { selector: '#end', duration: 0 });
  await heard('["seen","end",true]');
});

test('a media query observer answers at once', async () => {
  expect(await call('media')).toEqual({ matches: true });
});

test('nextTick comes after what is being done', async () => {
  expect(await call('order')).toEqual(['now', 'tick']);
});

test('a scroll-view scrolls into view and says where its end is', async () => {
  await program.setPage({ into: 'item-19' });
  await heard('["scrolltolower","bottom"]');
  expect(await program.page.locator('#list').evaluate((node) => node.scrollTop)).toBe(500);
});

test('rich text keeps trusted tags with the page’s classes and drops the rest', async () => {
  expect(await program.page.locator('#rich').innerHTML()).toBe('<p class="title">a <b>b</b></p>');
});

test('elements keep their ids, and tell what the automator asks', async () => {
  const seen = await program.page.evaluate(async () => {
    const { automation } = window.fakePhone.process;
    const id = automation.currentPage()?.pageId ?? 0;
    const box = automation.element(id, 'box');
    const again = automation.element(id, '#box');
    const label = automation.element(id, '.label', box?.elementId);
    const ask = (
      elementId: string | undefined,
      call: Parameters<typeof automation.elementCall>[2],
    ) => automation.elementCall(id, elementId ?? '', call);
    return {
      same: box?.elementId === again?.elementId,
      box,
      label,
      none: automation.element(id, '.none'),
      text: await ask(label?.elementId, {
        name: 'domProperties',
        names: ['innerText', 'offsetHeight'],
      }),
      property: await ask(box?.elementId, { name: 'properties', names: ['label'] }),
      attribute: await ask(box?.elementId, { name: 'attributes', names: ['id', 'label', 'none'] }),
      style: await ask(automation.element(id, '#title')?.elementId, {
        name: 'styles',
        names: ['color'],
      }),
      offset: await ask(automation.element(id, '#title')?.elementId, { name: 'offset' }),
      data: await ask(box?.elementId, { name: 'data' }),
      called: await ask(box?.elementId, { name: 'callMethod', method: 'add', args: [2] }),
      inner: await ask(box?.elementId, { name: 'innerWxml' }),
      outer: await ask(automation.element(id, '#title')?.elementId, { name: 'outerWxml' }),
      width: automation.windowProperties(id, ['document.documentElement.scrollWidth']),
      stack: automation.pageStack(),
    };
  });
  expect(seen).toEqual({
    same: true,
    box: { elementId: expect.any(String), tagName: 'box', nodeId: expect.any(String) },
    label: { elementId: expect.any(String), tagName: 'view' },
    none: null,
    text: ['in a box 0', expect.any(Number)],
    property: ['in a box'],
    attribute: ['box', 'in a box', null],
    style: ['rgb(1, 2, 3)'],
    offset: { left: 0, top: 0 },
    data: { label: 'in a box', count: 0 },
    called: 2,
    inner: '<view class="label">in a box 2</view><input aria-label="label"></input>',
    outer: '<view id="title" class="title">page</view>',
    width: [375],
    stack: [{ pageId: 1, path: 'page/page', query: {} }],
  });
});

test('typing through automation is typing: the handler may even answer another text', async () => {
  const value = await program.page.evaluate(async () => {
    const { automation } = window.fakePhone.process;
    const id = automation.currentPage()?.pageId ?? 0;
    const input = automation.element(id, 'box >>> input')?.elementId ?? '';
    await automation.elementCall(id, input, {
      name: 'callFunction',
      functionName: 'input.input',
      args: ['abc'],
    });
    return automation.elementCall(id, input, { name: 'properties', names: ['value'] });
  });
  expect(value).toEqual(['ABC']);
});

test('wx methods can be mocked by a result or a function, and restored', async () => {
  const seen = await program.page.evaluate(async () => {
    const { automation } = window.fakePhone.process;
    const ask = () => automation.callWxMethod('getSystemInfoSync', []).then(JSON.stringify);
    const original = await ask();
    automation.mockWxMethod('getSystemInfoSync', { result: { model: 'mock' } });
    const literal = await ask();
    automation.mockWxMethod('getSystemInfoSync', {
      functionDeclaration: 'function (extra) { return this.origin().model + extra; }',
      args: ['!'],
    });
    const made = await ask();
    automation.mockWxMethod('login', {
      functionDeclaration: '() => ({ errMsg: "login:fail mocked" })',
      args: [],
    });
    const failed = await automation.callWxMethod('login', [{}]).catch(String);
    automation.mockWxMethod('getSystemInfoSync', null);
    return { literal, made, failed, restored: (await ask()) === original };
  });
  expect(seen).toEqual({
    literal: '{"model":"mock"}',
    made: '"Test!"',
    failed: 'Error: login:fail mocked',
    restored: true,
  });
});
