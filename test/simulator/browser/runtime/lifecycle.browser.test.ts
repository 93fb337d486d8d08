import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type OpenProgram, type ProgramBench, programBench } from '../../harness/open-program';

let bench: ProgramBench;
let program: OpenProgram;

beforeAll(async () => {
  bench = await programBench();
});
afterAll(() => bench.close());

/** What the program's own hooks wrote down, since the last call. */
async function log(): Promise<string[]> {
  return program.page.evaluate(
    () =>
      window.fakePhone.process.automation.evaluate('() => getApp().log.splice(0)', []) as Promise<
        string[]
      >,
  );
}

/** A call of wx.* by the program, and the end of the route it asked for. */
async function route(method: string, options: Readonly<Record<string, unknown>>): Promise<string> {
  return program.page.evaluate(
    async ([name, args]) => {
      const { automation } = window.fakePhone.process;
      const result = await automation.callWxMethod(name, [args]).then(JSON.stringify, String);
      await automation.evaluate('() => 0', []);
      return result;
    },
    [method, options] as const,
  );
}

const opened = (name: string, query = '{}') => [
  'child.created',
  `child.attached ${name}`,
  `${name}.onLoad ${query}`,
  'child.show',
  `${name}.onShow`,
  'child.ready',
  `${name}.onReady`,
];

test('a cold start runs the app, then the first page, then what is ready', async () => {
  program = await bench.open('lifecycle');
  expect(await log()).toEqual([
    'App.onLaunch 1069',
    'App.onShow pages/first/first',
    ...opened('first'),
  ]);
});

test('the hooks stand on the timeline as they were called, with the screen at the end', async () => {
  program = await bench.open('lifecycle');
  const events = (await program.events()).filter(
    ({ kind }) => kind === 'lifecycle' || kind === 'screen',
  );
  expect(events).toEqual([
    expect.objectContaining({
      target: 'App',
      hook: 'onLaunch',
      detail: expect.objectContaining({ scene: 1069 }),
    }),
    expect.objectContaining({ target: 'App', hook: 'onShow' }),
    { kind: 'lifecycle', target: 'pages/first/first', hook: 'onLoad', detail: {} },
    { kind: 'lifecycle', target: 'pages/first/first', hook: 'onShow' },
    { kind: 'lifecycle', target: 'pages/first/first', hook: 'onReady' },
    { kind: 'screen', page: 'pages/first/first' },
  ]);
});

test('navigateTo hides the page and opens the next; navigateBack unloads it and shows the first again', async () => {
  program = await bench.open('lifecycle');
  await log();
  await route('navigateTo', { url: '/pages/second/second?a=1' });
  expect(await log()).toEqual(['child.hide', 'first.onHide', ...opened('second', '{"a":"1"}')]);
  await route('navigateBack', {});
  expect(await log()).toEqual(['second.onUnload', 'child.detached', 'child.show', 'first.onShow']);
  expect(await program.page.locator('#title:visible').innerText()).toBe('first');
});

test('redirectTo unloads the page before the next one loads', async () => {
  program = await bench.open('lifecycle');
  await log();
  await route('redirectTo', { url: '../../more/third/third' });
  expect(await log()).toEqual(['first.onUnload', 'child.detached', ...opened('third')]);
});

test('reLaunch unloads all pages, the last one first', async () => {
  program = await bench.open('lifecycle');
  await route('navigateTo', { url: '/pages/second/second' });
  await log();
  await route('reLaunch', { url: '/more/third/third' });
  expect(await log()).toEqual([
    'second.onUnload',
    'child.detached',
    'first.onUnload',
    'child.detached',
    ...opened('third'),
  ]);
  const stack = await program.page.evaluate(() => window.fakePhone.process.automation.pageStack());
  expect(stack).toEqual([{ pageId: 3, path: 'more/third/third', query: {} }]);
});

test('routes that lead nowhere fail with the reason and change nothing', async () => {
  program = await bench.open('lifecycle');
  await log();
  expect(await route('navigateTo', { url: '/pages/none/none' })).toContain(
    'navigateTo:fail page "pages/none/none" is not found',
  );
  expect(await route('navigateBack', {})).toContain(
    'navigateBack:fail cannot navigate back at first page',
  );
  expect(await route('switchTab', { url: '/pages/second/second' })).toContain(
    'switchTab:fail can not switch to no-tabBar page',
  );
  expect(await log()).toEqual([]);
});

test('the eleventh page is refused', async () => {
  program = await bench.open('lifecycle');
  for (let i = 0; i < 9; i += 1) await route('navigateTo', { url: '/pages/second/second' });
  expect(await route('navigateTo', { url: '/pages/second/second' })).toContain(
    'navigateTo:fail webview count limit exceed',
  );
});

test('a page and the one that it opened talk over their event channel', async () => {
  program = await bench.open('lifecycle');
  await program.callPage('open');
  await program.page.locator('text=second a%20b').waitFor();
  expect((await log()).filter((line) => line.startsWith('answer'))).toEqual(['answer 42']);
});

test('going to the background and back: the page first, then the app, and the other way round', async () => {
  program = await bench.open('lifecycle');
  await log();
  await program.page.evaluate(async () => {
    const enter = {
      path: 'pages/first/first',
      query: {},
      scene: 1089,
      apiCategory: 'default',
    } as const;
    window.fakePhone.process.hide();
    await window.fakePhone.process.show(enter, false);
  });
  expect(await log()).toEqual([
    'child.hide',
    'first.onHide',
    'App.onHide',
    'App.onShow pages/first/first',
    'child.show',
    'first.onShow',
  ]);
});

test('a hot start with a page shows the app and replaces all pages', async () => {
  program = await bench.open('lifecycle');
  await log();
  await program.page.evaluate(async () => {
    window.fakePhone.process.hide();
    await window.fakePhone.process.show(
      { path: 'pages/second/second', query: { from: 'x' }, scene: 1069, apiCategory: 'default' },
      true,
    );
  });
  expect(await log()).toEqual([
    'child.hide',
    'first.onHide',
    'App.onHide',
    'App.onShow pages/second/second',
    'first.onUnload',
    'child.detached',
    ...opened('second', '{"from":"x"}'),
  ]);
});

test('a launch of a page that is not there goes to onPageNotFound, which may send the person elsewhere', async () => {
  program = await bench.open('lifecycle', { path: 'routes/explore', query: { userPoolId: '1' } });
  expect(await log()).toEqual([
    'App.onLaunch 1069',
    'App.onShow routes/explore',
    'App.onPageNotFound routes/explore {"userPoolId":"1"}',
    ...opened('second', '{"from":"lost"}'),
  ]);
});

test('an exception in a handler reaches App.onError and the timeline, and the program goes on', async () => {
  program = await bench.open('lifecycle');
  await log();
  await program.tap('#title');
  await program.tap('#title');
  expect(await program.errors()).toEqual(['broken handler', 'broken handler']);
  expect(await log()).toEqual([
    'App.onError Error: broken handler',
    'App.onError Error: broken handler',
  ]);
});

test('a promise that nobody catches reaches App.onUnhandledRejection and the timeline', async () => {
  program = await bench.open('lifecycle');
  await log();
  await program.page.evaluate(() => {
    const { automation } = window.fakePhone.process;
    void automation.evaluate('() => { Promise.reject(new Error("lost")); }', []);
  });
  await program.page.waitForFunction(() =>
    window.fakePhone.events.some((event) => event.kind === 'error'),
  );
  expect(await program.errors()).toEqual(['a rejected promise that nobody handles: lost']);
  expect(await log()).toEqual(['App.onUnhandledRejection lost']);
});

test('the phone goes dark: the styles with their keyframes, the native bar by theme.json, and App.onThemeChange', async () => {
  program = await bench.open('lifecycle');
  await log();
  const seen = await program.page.evaluate(() => {
    const { process, bars, device } = window.fakePhone;
    const title = document.querySelector('#title') ?? document.body;
    const before = getComputedStyle(title).top;
    process.deviceChanged({ ...device, theme: 'dark' });
    const { color } = getComputedStyle(document.body);
    const keyframes = [before, getComputedStyle(title).top];
    return {
      keyframes,
      theme: document.documentElement.dataset.theme,
      color,
      bar: bars.at(-1),
      first: bars[0],
    };
  });
  expect(seen).toMatchObject({
    theme: 'dark',
    color: 'rgb(9, 9, 9)',
    keyframes: ['1px', '2px'],
    first: { title: 'Lifecycle', background: '#ffffff', textStyle: 'black', canGoBack: false },
    bar: { title: 'Lifecycle', background: '#111111', textStyle: 'white' },
  });
  expect(await log()).toEqual(['App.onThemeChange dark']);
});

test("the native bar's back button goes back, and says when there is nothing to go back to", async () => {
  program = await bench.open('lifecycle');
  expect(await program.page.evaluate(() => window.fakePhone.process.back())).toBe(false);
  await route('navigateTo', { url: '/pages/second/second' });
  expect(await program.page.evaluate(() => window.fakePhone.process.back())).toBe(true);
  await program.page.locator('#title:visible', { hasText: 'first' }).waitFor();
});
