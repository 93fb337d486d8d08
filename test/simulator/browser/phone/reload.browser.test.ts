import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { openBrowser, openPhone, type Phone, type PhoneBrowser } from '@mini-login/simulator';
import { waiting } from '../../../../scripts/simulator/node/api/waiting';
import { type FixtureEnvironment, startFixtureEnvironment } from '../../fixtures/cloud';
import { hooks, project } from '../../fixtures/phones';

let environment: FixtureEnvironment;
let browser: PhoneBrowser;
let phone: Phone;
let copy: string;

beforeAll(async () => {
  [environment, browser] = await Promise.all([startFixtureEnvironment(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await environment.close();
});
afterEach(async () => {
  await phone.close();
  rmSync(copy, { recursive: true });
});

/** A phone on a copy of the fixture whose files are watched. */
async function open(prepare: () => void = () => undefined): Promise<void> {
  copy = mkdtempSync(join(tmpdir(), 'phone-'));
  cpSync(project, copy, { recursive: true });
  prepare();
  const simulator = {
    project: copy,
    cloud: `${environment.url}/cloud`,
    requestDomains: [],
    hosts: {},
    watch: true,
  };
  phone = await openPhone({ simulator, browser, scale: 1 });
}

const file = (name: string) => join(copy, 'miniprogram', name);
const edit = (name: string, from: string, to: string) =>
  writeFileSync(file(name), readFileSync(file(name), 'utf8').replace(from, to));
const problems = () => phone.problems();

/** Between two processes there is none to ask: that counts as not yet. */
async function waitFor(look: () => Promise<boolean>): Promise<void> {
  await waiting('the change', () => look().catch(() => false));
}

test('a change of the sources starts the program again at the same place', async () => {
  await open();
  await phone.launch({ path: 'pages/other/other?x=1' });
  edit('pages/other/other.wxml', 'Other page', 'Changed page');
  await waitFor(async () => {
    const page = await phone.miniProgram.currentPage();
    return (await (await page.$('#other'))?.text()) === 'Changed page';
  });
  expect(await hooks(phone)).toContain('other.onLoad {"x":"1"}');
  const [whole, ...changes] = await bytesSent();
  expect(whole).toBeGreaterThan(5_000);
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(1_000);
});

/** Of the program, by the server, each time. */
async function bytesSent(): Promise<number[]> {
  const sent = await phone.evaluateInFrame(`() =>
    parent.performance.getEntriesByType('resource')
      .filter(({ name }) => name.includes('/simulator/program'))
      .map(({ encodedBodySize }) => encodedBodySize)`);
  if (!Array.isArray(sent)) throw new Error('the browser counts no bytes');
  return sent.map(Number);
}

test('a broken file is shown over the phone with file and line, the program keeps running, and recovers when it is fixed', async () => {
  await open();
  await phone.launch();
  edit('pages/home/home.wxml', '</view>', '</vieww>');
  await waitFor(async () => (await problems()).length > 0);
  expect(await problems()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        kind: 'wxml',
        file: 'miniprogram/pages/home/home.wxml',
        line: expect.any(Number),
      }),
    ]),
  );
  expect(await phone.state()).toMatchObject({ program: 'foreground' });
  edit('pages/home/home.wxml', '</vieww>', '</view>');
  await waitFor(async () => (await problems()).length === 0);
  await waitFor(async () => (await phone.state()).program === 'foreground');
});

test('a program that is broken from the start says so, and starts by itself when it is fixed', async () => {
  await open(() => writeFileSync(file('pages/home/home.ts'), 'Page({\n  data: {,\n});\n'));
  await expect(phone.launch()).rejects.toThrow(/pages\/home\/home\.ts:2/);
  expect(await phone.state()).toMatchObject({ program: 'none' });
  writeFileSync(file('pages/home/home.ts'), 'Page({});\n');
  await waitFor(async () => (await phone.state()).program === 'foreground');
  expect(await problems()).toEqual([]);
});
