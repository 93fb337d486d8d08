import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { patience } from '@mini-login/simulator';
import { openChromium } from '@mini-login/simulator/chromium';
import type { Browser } from 'playwright-core';
import { forPhones } from '../../scripts/cli/start';
import type { Environment } from '../../scripts/environment';
import { startDemoEnvironment } from '../../scripts/workbench/demo-environment';
import { addressesForPhones, isNear } from '../../scripts/workbench/lan/addresses';
import { listenToPhones, type PhoneListeners } from '../../scripts/workbench/lan/listener';

/** Of this machine alone; macOS has no second one. */
const address = process.platform === 'darwin' ? '127.0.0.1' : '127.0.0.2';

let environment: Environment;
let phones: PhoneListeners;
let browser: Browser;

beforeAll(async () => {
  [environment, browser] = await Promise.all([
    startDemoEnvironment({}, undefined, () => phones.links),
    openChromium(),
  ]);
  phones = await listenToPhones([address], environment.simulator.url);
});
afterAll(async () => {
  await browser.close();
  await phones.close();
  await environment.close();
});

const link = () => new URL(phones.links[0]?.url ?? '');

/** A `Host` of one's own is nothing for `fetch`. */
function ask(
  path: string,
  { headers = {}, method = 'GET', body = '' }: Ask = {},
): Promise<{ readonly status: number; readonly cookie: string; readonly text: string }> {
  const { hostname, port } = link();
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', () => {
        const [cookie = ''] = response.headers['set-cookie'] ?? [];
        resolve({ status: response.statusCode ?? 0, cookie, text });
      });
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function withCookie(): Promise<Record<string, string>> {
  const { cookie } = await ask(`/${link().search}`);
  return { cookie: cookie.split(';')[0] ?? '' };
}

test('the first load alone takes the token, for a cookie that scripts and other sites never have', async () => {
  const { status, cookie, text } = await ask(`/${link().search}`);
  expect(status).toBe(200);
  expect(cookie).toMatch(/^phone-\w+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  const token = link().searchParams.get('key') ?? '';
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(`${cookie}${text}`).not.toContain(token);
  expect((await ask('/on-your-phone', { headers: await withCookie() })).status).toBe(200);
});

test.each<[string, string, Ask]>([
  ['no token and no cookie', '/on-your-phone', {}],
  ['another token', '/?key=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', {}],
  ['an empty token', '/?key=', {}],
  ['another cookie', '/on-your-phone', { headers: { cookie: 'phone-12345678=a' } }],
])('with %s it is refused', async (_name, path, how) => {
  expect((await ask(path, how)).status).toBe(403);
});

test.each([
  ['a name that leads here', { host: 'phone.evil.example' }],
  ['the address without the port', { host: '127.0.0.2' }],
  ["the workbench's own name", { host: 'workbench' }],
  ["another site's page", { origin: 'http://evil.example' }],
  ['what another site embeds', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
])('with the cookie, %s is refused', async (_name, headers: Record<string, string>) => {
  const how = { headers: { ...(await withCookie()), ...headers } };
  expect((await ask('/on-your-phone', how)).status).toBe(403);
  expect((await ask(`/${link().search}`, { headers })).status).toBe(403);
});

test.each([
  ...['/gallery', '/brand-editor', '/workbench/phones', '/workbench/brand', '/harbor'],
  ...['/environment/controls', '/elsewhere/core.genauth.ai/sandbox/journal', '/pages/workbench.js'],
  ...[
    '/program/../project.config.json',
    '/simulator/cloud/client/..%2fsandbox',
    '/sandbox/journal',
  ],
])('of the workbench a phone never gets %s', async (path) => {
  const { status, text } = await ask(path, { headers: await withCookie() });
  expect([404, 403]).toContain(status);
  expect(text).not.toMatch(/wxapp|secret/i);
});

test.each([
  ...['https://core.genauth.ai/sandbox/people', 'https://core.genauth.ai/journal'],
  ...['https://core.genauth.ai/%73andbox/people', 'https://core.genauth.ai//sandbox/people'],
  ...['https://core.genauth.ai/api/../sandbox', 'https://core.genauth.ai/health', 'no address'],
])('the program on a phone never asks %s', async (url) => {
  const headers = { ...(await withCookie()), 'content-type': 'application/json' };
  const body = JSON.stringify({ url, method: 'GET', header: {}, body: null, redirect: 'follow' });
  const answer = await ask('/simulator/gate/abcdefgh/1', {
    ...{ method: 'POST', body },
    headers: { ...headers, 'content-length': String(body.length) },
  });
  expect(answer.status).toBe(403);
});

test('a person scans the code, logs in by touch on a phone, and the token is seen by nobody', async () => {
  const desk = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  desk.setDefaultTimeout(patience());
  await desk.goto(environment.simulator.url);
  await desk.getByRole('button', { name: 'On your phone' }).click();
  const code = desk.getByRole('img', { name: `QR code that opens this phone at ${link().host}` });
  await code.waitFor();
  await desk.close();

  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 664 }, hasTouch: true, isMobile: true, locale: 'zh-CN' },
  });
  context.setDefaultTimeout(patience());
  // What a browser has only where a page came by https or from its own machine.
  await context.addInitScript(() => {
    for (const [of, name] of [
      [Crypto.prototype, 'subtle'],
      [Crypto.prototype, 'randomUUID'],
      [Navigator.prototype, 'clipboard'],
    ] as const)
      Object.defineProperty(of, name, { value: undefined });
  });
  const page = await context.newPage();
  const token = link().searchParams.get('key') ?? '';
  const seen: string[] = [];
  const wrong: string[] = [];
  page.on('request', (one) =>
    seen.push(JSON.stringify([one.url(), one.headers(), one.postData()])),
  );
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', ({ message }) => wrong.push(message));
  await page.goto(link().href);
  const phone = page.frameLocator('iframe');
  const app = phone.frameLocator('.app-frame');
  const program = phone.frameLocator('.program-place iframe');
  await app.getByRole('button', { name: '微信登录' }).tap();
  await program.locator('#primary').tap();
  await program.locator('#sheet-agree').tap();
  await phone.getByTestId('sheet-allow').tap();
  await app.getByRole('heading', { name: '本应用已核对' }).waitFor();

  expect(page.url()).toBe(`http://${link().host}/on-your-phone`);
  expect(seen.filter((one) => one.includes(token))).toEqual([seen[0]]);
  expect(await page.evaluate('document.referrer')).not.toContain(token);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  expect(wrong).toEqual([]);
  await context.close();
});

test('a terminal shows the code; a file that others read does not', () => {
  const token = link().searchParams.get('key') ?? '';
  expect(forPhones(phones.links, true)).toMatch(new RegExp(`█[^]*${token}`));
  expect(forPhones(phones.links, false)).not.toContain(token);
});

test('it listens on addresses of private networks alone', () => {
  const of = (address: string, internal = false) =>
    ({ address, internal, family: 'IPv4', netmask: '', mac: '', cidr: null }) as const;
  expect(
    addressesForPhones({
      lo: [of('127.0.0.1', true)],
      en0: [of('192.168.1.20'), of('203.0.113.7'), of('169.254.3.3')],
      docker0: [of('172.17.0.1')],
      eth1: [of('10.1.2.3'), of('172.32.0.1')],
    }),
  ).toEqual(['192.168.1.20', '10.1.2.3']);
  expect(['0.0.0.0', '203.0.113.7', '::', 'localhost', '172.32.0.1'].filter(isNear)).toEqual([]);
});

test('when the command ends, nothing listens', async () => {
  const { close, links } = await listenToPhones([address], environment.simulator.url);
  const url = links[0]?.url ?? '';
  // The first listener has the port of the workbench already.
  expect(links[0]?.host).not.toBe(link().host);
  expect((await fetch(url)).status).toBe(200);
  await close();
  await expect(fetch(url)).rejects.toThrow();
});
