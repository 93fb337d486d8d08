import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Fault } from '@mini-login/sandbox';
import type { ReturnContract } from '@mini-login/server';
import { openBrowser, type PhoneBrowser, patience } from '@mini-login/simulator';
import { openChromium } from '@mini-login/simulator/chromium';
import { type BrandedProject, composeProject } from '../../scripts/brand/compose';
import type { BrandPack } from '../../scripts/brand/pack/schema';
import type { Environment } from '../../scripts/environment';
import { runJourney } from '../../scripts/journey/run';
import { secondApp } from '../../scripts/tenants';
import { startDemoEnvironment } from '../../scripts/workbench/demo-environment';
import { here } from '../brand/checkout';
import { logInAndShare } from '../support/log-in';
import { openTestPhone } from '../support/phone';
import { workbenchOn } from '../workbench/open-workbench';

// One program for two companies, with the official client, a compile and a browser of its own.

let program: BrandedProject;
let environment: Environment;
let browser: PhoneBrowser;

beforeAll(async () => {
  program = composeProject(here, 'gateway', join(here, 'out/hosted'), withTickets);
  [environment, browser] = await Promise.all([startDemoEnvironment({ program }), openBrowser()]);
});
/** The sample with what the older contract needs. */
function withTickets(pack: BrandPack): BrandPack {
  const ticketEndpoint = `${pack.genauth.host}/api/v3/mint-app2wxapp-ticket`;
  return {
    ...pack,
    genauth: { ...pack.genauth, ticketEndpoint },
    apps: [{ ...pack.apps[0], returns: ['session', 'codes', 'ticket'] }],
  };
}
afterEach(() => {
  environment.sandbox.reset();
});
afterAll(async () => {
  await browser.close();
  await environment.close();
  rmSync(program.folder, { recursive: true });
});

const journey = (contract: ReturnContract, whose: Environment) =>
  runJourney({ contract, person: 'existing' }, whose, { browser });

// Each begins with a cold start: its phone is new.
describe.each(['session', 'sealed', 'codes', 'ticket'] as const)('contract %s', (contract) => {
  test('two companies’ apps log in through one program, each to its own GenAuth', async () => {
    for (const whose of [environment, environment.asApp(secondApp)]) {
      const phone = await openTestPhone(whose, browser, {}, contract);
      await logInAndShare(phone, contract);
      expect(await phone.conclusion()).toMatchObject({ ok: true });
      const http = phone.timeline().filter((entry) => entry.kind === 'http');
      const asked = http.filter(({ from }) => from === 'program');
      await phone.close();
      // These launches name no application: the provider's own directory is asked.
      expect(asked[0]?.url).toBe(
        contract === 'codes' || contract === 'ticket'
          ? `https://directory.gateway.example/apps/${whose.app.appId}`
          : `https://console.genauth.ai/api/v2/applications/${whose.registration.appId}/public-config`,
      );
      expect(asked).toHaveLength(contract === 'codes' ? 1 : 2);
    }
  });
});

test.each<[string, Fault, string]>([
  ['a page of HTML', { kind: 'html', status: 200 }, 'directory_unavailable'],
  ['too large', { kind: 'answer', body: 'x'.repeat(70_000) }, 'directory_unavailable'],
  [
    'another entry',
    { kind: 'answer', body: { code: 200, data: { id: 'x' } } },
    'directory_invalid',
  ],
])('a directory’s answer that is %s serves nobody', async (_, fault, code) => {
  const path = `/api/v2/applications/${environment.registration.appId}/public-config`;
  environment.sandbox.genauth.faults.enqueue({ path, fault });
  const { report } = await journey('session', environment);
  expect(report.requests.filter(({ from }) => from === 'program')).toHaveLength(1);
  expect(report.extMsg).toContain(code);
});

test('a directory that answers after the deadline serves nobody, and nothing was taken', async () => {
  const path = `/api/v2/applications/${environment.registration.appId}/public-config`;
  environment.sandbox.genauth.faults.enqueue({ path, fault: { kind: 'hang' } });
  const { report } = await journey('session', environment);
  expect(report.requests.filter(({ from }) => from === 'program')).toHaveLength(1);
  expect(report.extMsg).toContain('timeout');
  expect(JSON.stringify(report.wxCalls)).not.toContain('getPhoneNumber');
});

test('an app that names another company’s application is refused', async () => {
  const { app } = environment.asApp(secondApp);
  const { report } = await journey('session', { ...environment, app });
  expect(report.extMsg).toContain('app_not_registered');
});

test('what is set for an app is set for its company, and not for the first one', async () => {
  const scenario = { contract: 'session', person: 'new', loginOnly: true } as const;
  const { problem } = await runJourney(scenario, environment.asApp(secondApp), { browser });
  expect(problem).toBeNull();
  expect(environment.own().connection.loginOnly).toBe(false);
});

test('a connection that names another mini program is refused', async () => {
  environment.sandbox.genauth.tenant.connection.appid = 'wx0123456789abcdef';
  const { report } = await journey('session', environment);
  expect(report.extMsg).toContain('program_mismatch');
});

test('a company that is added in the console logs in at once, in the workbench', async () => {
  const chromium = await openChromium();
  try {
    const context = await chromium.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-US',
    });
    context.setDefaultTimeout(patience());
    const page = await context.newPage();
    await page.goto(`${environment.sandbox.genauth.url}/sandbox/console`);
    const application = page.getByTestId('new-application');
    await application.getByText('New application').click();
    await application.getByLabel('Name of the application').fill('Buoy');
    await application.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: /^Buoy/ }).waitFor();
    const source = page.getByTestId('new-source');
    await source.getByText('New identity source').click();
    await source.getByLabel('Unique ID').fill('buoy-wechat');
    await source.getByLabel('Mobile app').fill('wx7b7e0000000000c3');
    await source.getByLabel('Buoy').check();
    await source.getByRole('button', { name: 'Create' }).click();
    await page.getByTestId('source-buoy-wechat').waitFor();

    await page.goto(environment.simulator.url);
    const { app, phone, logInUpToSheet } = workbenchOn(page);
    await page.getByLabel('The app that logs in').selectOption('wx7b7e0000000000c3');
    await page.waitForURL(/server\.app=wx7b7e0000000000c3/);
    await app.getByText('Buoy').first().waitFor();
    // The sandbox of a journey would not know it.
    await page.getByText('The command can’t ask for: The app that logs in').waitFor();
    await page.getByLabel('New accounts').selectOption('loginOnly');
    await page.waitForURL(/server\.tenant=loginOnly/);
    expect(environment.asApp('wx7b7e0000000000c3').own().connection.loginOnly).toBe(true);
    expect(environment.own().connection.loginOnly).toBe(false);
    await page.getByLabel('New accounts').selectOption('open');
    await page.waitForURL((url) => !url.search.includes('server.tenant'));
    await logInUpToSheet();
    await phone.getByTestId('sheet-allow').click();
    await app.getByText('Checked by this app').waitFor();
    const signedIn = environment.sandbox.journal
      .all()
      .findLast(({ path }) => path === '/api/v3/signin-by-mobile');
    expect(JSON.stringify(signedIn)).toContain('buoy-wechat');
  } finally {
    await chromium.close();
  }
});
