import { expect, test } from '@jest/globals';
import type { ScenarioName } from '../../scripts/workbench/browser/page/scenarios/scenarios';
import { useWorkbench } from './open-workbench';

const workbenches = useWorkbench();

/** What is to be seen when it is over. */
interface Ending {
  /** The button's first words. */
  readonly button: RegExp;
  /** What the timeline says of it, in this order. */
  readonly rows: readonly string[];
  /** The code that the app shows; null: it is signed in, or was told nothing. */
  readonly code: string | null;
  readonly address: Readonly<Record<string, string>>;
}

const existing = { person: 'existing' };
const signedIn = 'The app is signed in';
const notSignedIn = 'The app is not signed in';

const endings: Readonly<Record<ScenarioName, Ending>> = {
  best: { button: /^The best way/, rows: [signedIn], code: null, address: existing },
  refusal: {
    button: /^A refusal/,
    rows: ['getPhoneNumber:fail user deny', notSignedIn],
    code: 'phone_denied',
    address: { ...existing, answers: 'reject' },
  },
  stays: {
    button: /^WeChat does not switch/,
    rows: ['navigateBackApplication', 'launchApp', signedIn],
    code: null,
    address: { 'wechat.navigateBackApplication': 'ok-but-stays' },
  },
  offline: {
    button: /^Offline/,
    rows: ['getPhoneNumber', 'ERR_INTERNET_DISCONNECTED', 'failure'],
    code: null,
    address: { network: 'offline' },
  },
  foreign: {
    button: /^A foreign app/,
    rows: [notSignedIn],
    code: 'app_not_allowed',
    address: { app: 'foreign' },
  },
  second: {
    button: /^A second person/,
    rows: [signedIn, 'Someone else holds the phone', signedIn],
    code: null,
    address: existing,
  },
  loginOnly: {
    button: /^Log-in only/,
    rows: [notSignedIn],
    code: 'user_not_found',
    address: { person: 'abroad', 'server.tenant': 'loginOnly' },
  },
};

/** A scenario waits so that an eye can follow it; nobody looks here. */
const hurry = `if (window === window.top) {
  const wait = window.setTimeout;
  window.setTimeout = (done, ms) => wait(done, ms / 5);
}`;

test('one after the other, each login plays by itself, to what its app gets', async () => {
  const { app, page } = await workbenches.open();
  await page.addInitScript(hurry);
  await page.reload();
  for (const [name, { button, rows, code, address }] of Object.entries(endings)) {
    // What comes late, such as a suspension, would stand where the list was: cleared until it is.
    await page.waitForFunction((title) => {
      const buttons = [...document.querySelectorAll('button')];
      const wanted = buttons.find(({ textContent }) => new RegExp(title).test(textContent ?? ''));
      (wanted ?? buttons.find(({ textContent }) => textContent === 'Clear'))?.click();
      return wanted !== undefined;
    }, button.source);
    const inOrder = rows.map((one) => one.replaceAll('.', '\\.')).join('[^]*');
    await page.waitForFunction((pattern) => {
      const lines = [...document.querySelectorAll('.row-line')].map((line) => line.textContent);
      return document.querySelector('.stuck') || new RegExp(pattern).test(lines.join('\n'));
    }, inOrder);
    expect([name, await page.locator('.stuck').count()]).toEqual([name, 0]);
    const told = await app.getByRole('alert').locator('code').allInnerTexts();
    expect([name, ...told]).toEqual([name, ...(code === null ? [] : [code])]);
    // Two of them are more than what is chosen: the reader is told what the link lacks.
    expect([name, await page.getByText('does not play').count()]).toEqual([
      name,
      name === 'offline' || name === 'second' ? 1 : 0,
    ]);
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject(address);
  }
});

test('an address opens with its scenario chosen, which waits to be played, until something else is chosen', async () => {
  const { page } = await workbenches.open();
  await page.goto(`${new URL(page.url()).origin}/?scenario=refusal`);
  const button = page.locator('.scenario[aria-current]', { hasText: 'A refusal' });
  await button.waitFor();
  await page.waitForURL(/answers=reject.*&scenario=refusal$/);
  expect(await page.locator('.launch').count()).toBe(0);

  await page.reload();
  await button.waitFor();
  await page.getByText('Offline', { exact: true }).click();
  await page.waitForURL(/network=offline/);
  expect(page.url()).not.toContain('scenario');
});

test('back and forward go through what was chosen before a scenario and after it', async () => {
  const { page } = await workbenches.open();
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/?person=new&network=offline&scenario=nonsense`);
  await page.waitForURL((url) => !url.searchParams.has('scenario'));
  const before = page.url();
  expect(before).toContain('network=offline');
  await page.getByRole('button', { name: /^A foreign app/ }).click();
  await page.waitForURL(/app=foreign.*&scenario=foreign$/);
  await page.goBack();
  await page.getByRole('radio', { name: 'Offline', checked: true }).waitFor();
  expect(page.url()).toBe(before);
  await page.goForward();
  await page.getByRole('radio', { name: 'Online', checked: true }).waitFor();
  expect(new URL(page.url()).searchParams.get('scenario')).toBe('foreign');
  // How far a scenario has come is no other choice.
  await page.goto(`${origin}/?person=existing&scenario=second`);
  await page.waitForURL(/person=existing.*&scenario=second$/);
});
