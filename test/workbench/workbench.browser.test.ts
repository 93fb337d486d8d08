import { beforeAll, describe, expect, test } from '@jest/globals';
import { violationsOn } from '../support/axe';
import { useWorkbench, type Workbench } from './open-workbench';

const workbenches = useWorkbench();

/** The beginning of any JWT or JWE; the sandbox's people's numbers. */
const token = /eyJ[\w-]+\.[\w-]+/;
const number = /1990000\d{4}/;

describe('after a login', () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await workbenches.open();
    await workbench.logInUpToSheet();
    await workbench.phone.getByTestId('sheet-allow').click();
    await workbench.app.getByText('Checked by this app').waitFor();
    await workbench.row('The app is signed in').waitFor();
  });

  test('a login ends in the app, which shows who it is and what it has checked', async () => {
    const { app, page, row } = workbench;

    const checks = app.locator('[data-check]');
    expect(
      await checks.evaluateAll((all) =>
        all.map((item) => [item.getAttribute('data-check'), item.textContent?.[0]]),
      ),
    ).toEqual([
      ['state', '✓'],
      ['seal', '–'],
      ['signature', '✓'],
      ['issuer', '✓'],
      ['audience', '✓'],
      ['expiry', '✓'],
      ['issued', '✓'],
      ['nonce', '–'],
      ['access_token', '✓'],
    ]);
    expect(await app.locator('.claims').innerText()).toContain('https://core.genauth.ai/oidc');

    for (const title of [
      'WXLaunchMiniProgram',
      'App.onLaunch',
      'wx.login',
      '/api/v3/signin-by-mobile',
      'extMsg',
      'jwks.json',
    ]) {
      expect(await row(title).count()).toBe(1);
    }
    expect(await page.locator('.stop-done').count()).toBe(5);
  });

  test('a click on an entry shows the phone as it was then; a tap on it, or Esc, leads back to now', async () => {
    const { app, openRow, page } = workbench;
    const past = page.frameLocator('.past iframe');
    const program = past.frameLocator('.program-place iframe');
    await openRow('WeChat asks for the phone number');
    await program.locator('#sheet-agree').waitFor();
    await past.getByTestId('sheet-allow').waitFor();
    expect(await page.getByRole('status').allInnerTexts()).toContainEqual(
      expect.stringMatching(/^\D*As it was at [\d.]+ s/),
    );
    await page.getByRole('button', { name: 'Earlier' }).click();
    expect(await past.getByTestId('sheet-allow').count()).toBe(0);
    await page.locator('[aria-current=time]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.past').waitFor({ state: 'detached' });

    await openRow('WXLaunchMiniProgram');
    await past.locator('.app-frame').waitFor();
    await page.locator('.past-cover').click();
    await app.getByText('Checked by this app').click();
    expect(await page.locator('.past').count()).toBe(0);
    await page
      .locator('.row-line[aria-expanded=true]')
      .evaluateAll((lines) => lines.map((line) => line instanceof HTMLElement && line.click()));
  });

  test('codes, tokens and phone numbers stay masked with every row open, and a click shows one of them', async () => {
    const { page, readable, row } = workbench;
    await page
      .locator('.row-line')
      .evaluateAll((lines) => lines.map((line) => line instanceof HTMLElement && line.click()));
    const hidden = await readable();
    expect(hidden).toContain('access_token 1');
    expect(hidden).toContain('login code 1');
    expect(hidden).not.toMatch(token);
    expect(hidden).not.toMatch(number);

    await row('extMsg').getByRole('button', { name: 'Show id_token 1' }).click();
    const idToken = await row('extMsg')
      .getByRole('button', { name: 'Hide id_token 1' })
      .innerText();
    expect(idToken).toMatch(token);
    const rest = await readable();
    expect(rest).toContain('Show access_token 1');
    expect(rest.replaceAll(idToken, '')).not.toMatch(token);

    await page.getByRole('switch', { name: 'Show secrets' }).click();
    expect(await row('wx.login').getByRole('button', { name: 'Hide login code 1' }).count()).toBe(
      1,
    );
    await page.getByRole('switch', { name: 'Show secrets' }).click();
    expect(await readable()).not.toMatch(token);
  });

  test('what is copied is as masked as what is shown', async () => {
    const { page } = workbench;
    await page.getByRole('button', { name: 'Copy all' }).click();
    await page.getByText('Copied').waitFor();
    const copied = await page.evaluate('navigator.clipboard.readText()');
    expect(copied).toContain('‹access_token 1›');
    expect(copied).not.toMatch(token);
    expect(copied).not.toMatch(number);
  });

  test('axe finds nothing on the page around the phone, labels and landmarks among it', async () => {
    const { page } = workbench;
    expect(await violationsOn(page)).toEqual([]);
  });

  test('“/” leads to the search from inside the phone, too', async () => {
    const { app, page } = workbench;
    await app.getByText('Checked by this app').click();
    await page.keyboard.press('/');
    const search = page.getByRole('searchbox', { name: 'Search' });
    expect(await search.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await search.inputValue()).toBe('');
  });

  test('filters and search leave what was asked for', async () => {
    const { page } = workbench;
    const kinds = () =>
      page
        .locator('.row')
        .evaluateAll((rows) => [...new Set(rows.map((row) => row.getAttribute('data-kind')))]);
    await page.getByRole('button', { name: /^HTTP/ }).click();
    expect(await kinds()).toEqual(['http']);
    await page.getByRole('button', { name: /^Contract/ }).click();
    expect(await kinds()).toEqual(['launch', 'http', 'extMsg', 'app']);
    await page.getByRole('button', { name: /^All/ }).click();
    await page.locator('body').press('/');
    await page.keyboard.type('jwks keys');
    expect(await page.locator('.row-title').allInnerTexts()).toEqual([
      'GET /oidc/.well-known/jwks.json',
    ]);
    await page.keyboard.type(' nothing');
    await page.getByRole('button', { name: 'Show everything' }).click();
    expect((await kinds()).length).toBeGreaterThan(6);
  });
});

test('a person who refuses: the app shows the code that it got; the phone can refuse by itself, and be without a network', async () => {
  const { app, logInUpToSheet, openRow, page, phone, program, row } = await workbenches.open();
  await logInUpToSheet();
  await phone.getByTestId('sheet-reject').click();
  await program.locator('#notice').waitFor();
  await program.locator('#decline').click();

  await app.getByRole('alert').waitFor();
  expect(await app.getByRole('alert').locator('code').innerText()).toBe('phone_denied');
  await row('The app is not signed in').waitFor();
  expect(await (await openRow('extMsg')).locator('.json').innerText()).toContain('"phone_denied"');

  await page.reload();
  await page.getByText('refuse', { exact: true }).click();
  await app.getByRole('button', { name: 'Log in with WeChat' }).click();
  await program.locator('#primary').click();
  await program.locator('#sheet-agree').click();
  await row('getPhoneNumber:fail user deny').waitFor();

  await page.getByText('allow', { exact: true }).click();
  await page.getByText('Offline', { exact: true }).click();
  await program.locator('#primary').click();
  await row('ERR_INTERNET_DISCONNECTED').waitFor();
  expect(await phone.locator('.sheet').count()).toBe(0);
});

test('the app completes the login whichever result it asks for', async () => {
  const { app, page, phone, row, ...workbench } = await workbenches.open();
  for (const [contract, words, checks] of [
    ['sealed', 'Checked by this app', 9],
    ['codes', 'the app asked GenAuth itself', 0],
    ['ticket', 'the app asked GenAuth itself', 0],
  ] as const) {
    await page.getByText(contract, { exact: true }).click();
    await workbench.logInUpToSheet();
    await phone.getByTestId('sheet-allow').click();
    await app.getByText(words).waitFor();
    expect([contract, await app.locator('.check-mark').count()]).toEqual([contract, checks]);
    await row('The app is signed in').waitFor();
    expect(await workbench.readable()).not.toMatch(token);
    await page.reload();
    await app.getByRole('button').first().waitFor();
  }
});

test('the console of the servers is one click away; the servers can be told to fail, and the timeline says how; app and program follow the phone’s language', async () => {
  const { app, page, program, row, ...workbench } = await workbenches.open();
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: 'Sandbox console' }).click(),
  ]);
  await opened.getByRole('heading', { name: 'Identity sources' }).waitFor();
  await opened.close();

  await page.getByLabel('GenAuth answers').selectOption({ label: 'with an HTML page' });
  await workbench.logInUpToSheet();
  await workbench.phone.getByTestId('sheet-allow').click();
  await row('not JSON').waitFor();

  await page.getByLabel('GenAuth answers').selectOption({ label: 'as it should' });
  await program.locator('#give-up').click();
  expect(await app.getByRole('alert').locator('code').innerText()).toBe('server');

  await page.reload();
  await page.getByLabel('Language').selectOption({ label: '日本語' });
  await app.getByRole('button', { name: 'WeChatでログイン' }).waitFor();
});

test('a Chinese browser gets a Chinese workbench and a Chinese phone', async () => {
  const { app, page } = await workbenches.open({ locale: 'zh-CN' });
  expect(await page.getByRole('heading', { name: '工作台' }).count()).toBe(1);
  expect(await app.getByRole('button', { name: '微信登录' }).count()).toBe(1);
});

test('the phone moves, but where the system asks for less motion', async () => {
  const { page, phone } = await workbenches.open({ motion: true });
  const motion = () => phone.locator('#phone').getAttribute('data-motion');
  expect(await motion()).toBe('on');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.reload();
  expect(await motion()).toBe('off');
});
