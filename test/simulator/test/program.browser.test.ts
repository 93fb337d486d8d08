import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect as check, test } from '@jest/globals';
import { chaos, expect, type Program, traced } from '@mini-login/simulator/test';
import { soon, useShop } from './use-shop';

let program: Program;
const { waitForNote, later } = useShop((opened) => {
  program = opened;
});

test('dialogs: what they say, and an answer', async () => {
  await program.locator('#ask').tap();
  await expect(program).toHaveDialog(/Sure\? Really/);
  await program.dialog.accept('typed');
  await waitForNote('yes typed');
  await expect(program).not.toHaveDialog(/Sure/);
  await program.locator('#ask').tap();
  await program.dialog.dismiss();
  await waitForNote('no');
});

test('routes: there, and back', async () => {
  await program.locator('#go').tap();
  await expect(program).toHavePath('pages/b/b');
  await program.goBack();
  await program.waitForPath(/a$/);
  await program.navigateTo('pages/b/b');
  await check(program.waitForPath('pages/c/c', soon)).rejects.toThrow(
    /waited 200 ms for the page pages\/c\/c\n {2}page {6}pages\/b\/b/,
  );
});

test('network: answers by address, failures, and what was asked', async () => {
  await program.route('https://api.example.com/*', { data: { name: 'pear' } });
  await program.locator('#load').tap();
  await waitForNote('200 pear');
  await program.route(/items/, { status: 404, data: { name: 'gone' }, delay: 10 });
  await program.locator('#load').tap();
  await waitForNote('404 gone');
  await program.route(/items/, 'abort');
  await program.locator('#load').tap();
  await waitForNote('request:fail abort');
  check(await program.requests()).toContainEqual({
    url: 'https://api.example.com/items?id=1',
    method: 'GET',
  });
  await program.unroute();
});

test('wx: results, failures, functions with arguments, and what was called', async () => {
  const ask = () =>
    program.evaluate(
      () =>
        new Promise((done) =>
          wx.getLocation({ type: 'gcj02', success: done, fail: ({ errMsg }) => done(errMsg) }),
        ),
    );
  await program.mock('getLocation', { latitude: 31, longitude: 121 });
  check(await ask()).toEqual({ latitude: 31, longitude: 121 });
  await program.mock('getLocation', { errMsg: 'getLocation:fail auth deny' });
  check(await ask()).toBe('getLocation:fail auth deny');
  await program.mock('getLocation', ({ type }: { type: string }, by: number) => ({ type, by }), 7);
  check(await ask()).toEqual({ type: 'gcj02', by: 7 });
  check(await program.calls('getLocation')).toEqual(Array(3).fill({ type: 'gcj02' }));
  await program.unmock('getLocation');
});

test('the clock: timers without waiting for them', async () => {
  await program.clock.stop();
  const now = await program.clock.now();
  await later({ late: true });
  await expect(program.locator('#late')).not.toBeVisible(soon);
  await program.clock.advance(150);
  await expect(program.locator('#late')).toBeVisible();
  check(await program.clock.now()).toBe(now + 150);
  await program.clock.start();
});

test('the phone: away and back, without a network, in another theme', async () => {
  await program.phone.background();
  await program.phone.foreground();
  await program.phone.network('offline');
  await program.phone.network('online');
  await program.phone.device({ theme: 'dark' });
  check(await program.mini.systemInfo()).toMatchObject({ theme: 'dark' });
  check(await program.phone.received()).toEqual([]);
  // As docs/qa.md has it.
  await program.phone.permissions({ 'scope.userLocation': false });
  await program.phone.permissions({ 'scope.userLocation': null });
});

test('what the phone can not do is said in one line, with what it can', async () => {
  const { phone, clock } = program;
  const untyped = <T>(value: unknown) => value as T;
  await check(phone.network(untyped('ofline'))).rejects.toThrow(
    /^.*wrong parameters: mode: .*"online"\|"offline"\|"slow"$/,
  );
  await check(phone.device({ theme: 'drak' })).rejects.toThrow(/^.*change\.theme: .*"dark"$/);
  await check(phone.device({ thme: 'dark' })).rejects.toThrow(
    /^.*change: there is no "thme" \(did you mean "theme"\?\); there are language, theme, .*$/,
  );
  await check(phone.permissions(untyped({ 'scope.userLocaton': false }))).rejects.toThrow(
    /^.*did you mean "scope\.userLocation".*$/,
  );
  await check(phone.launch(untyped({ pth: 'pages/a/a' }))).rejects.toThrow('"path"');
  await check(clock.advance(-5)).rejects.toThrow('must be a number of ms from 0; it is -5');
});

test('a step has its words, its line, its wait and its time', async () => {
  const { steps } = program.context.log;
  steps.length = 0;
  await later({ late: true });
  await program.locator('#late').tap();
  check(steps).toMatchObject([
    {
      title: "locator('#late').tap",
      source: check.stringMatching(/program\.browser\.test\.ts:\d+$/),
      error: null,
      finger: { x: check.any(Number), y: check.any(Number) },
    },
  ]);
  const [{ waited = 0, took = 0 } = {}] = steps;
  check(waited).toBeGreaterThanOrEqual(100);
  check(took).toBeGreaterThanOrEqual(waited);
});

test('a story is played again with the program in the background and killed; what changes its end is said', async () => {
  const agree = (name: string) => async () => {
    await program.locator('#field').fill(name);
    await program.locator('#box').tap();
    await program.locator('#off').tap();
    return await program.locator('#box').getAttribute('aria-checked');
  };
  // Killed, and begun again, it gets to the same end.
  for (const only of ['kill 3', 'background 3 8000'])
    check(await chaos(program, agree('Mia'), { only })).toMatchObject({ difference: null });
  await check(chaos(program, agree('forgetful'), { only: 'background 3 200' })).rejects.toThrow(
    /"background 3 200" before "locator\('#off'\).tap" changes the end .*seed \d+.*"true".*"false"/s,
  );
});

test('a story that fails leaves its steps, pictures, error, what it ran on, and the way to run it again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'traces-'));
  const trace = {
    title: 'a <pear>',
    folder,
    pictures: 'always',
    environment: { seed: '7' },
  } as const;
  const story = traced(program, trace, async () => {
    await program.locator('#box').tap();
    await program.locator('#none').tap(soon);
  });
  await check(story).rejects.toThrow('#none');
  const html = readFileSync(join(folder, 'a-pear.html'), 'utf8');
  const index = readFileSync(join(folder, 'index.html'), 'utf8');
  rmSync(folder, { recursive: true });
  for (const part of [
    '<title>a &lt;pear&gt;</title>',
    "<b>locator('#box').tap</b> <span>test/simulator/test/program.browser.test.ts:",
    '<dt>seed</dt><dd>7</dd>',
    '<dt>page</dt><dd>pages/a/a</dd>',
    '<dt>SDKVersion</dt>',
    'npx jest test/simulator/test/program.browser.test.ts -t &quot;a &lt;pear&gt;&quot;',
    '<li class="failed"><details open>',
  ])
    check(html).toContain(part);
  check(html.match(/src="data:image\/png/g)?.length).toBeGreaterThanOrEqual(3);
  check(html).toMatch(/<i style="left:\d/);
  check(index).toContain('1 failed, 0 flaky, 0 passed');
});
