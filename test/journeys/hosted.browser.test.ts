import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openBrowser, type PhoneBrowser } from '@mini-login/simulator';
import { type BrandedProject, composeProject } from '../../scripts/brand/compose';
import { type Environment, secondApp, startEnvironment } from '../../scripts/environment';
import { runJourney } from '../../scripts/journey/run';
import { here } from '../brand/checkout';

// One program for two companies, with the official client, a compile and a browser of its own.

let program: BrandedProject;
let environment: Environment;
let browser: PhoneBrowser;

beforeAll(async () => {
  program = composeProject(here, 'gateway', join(here, 'out/hosted'));
  [environment, browser] = await Promise.all([startEnvironment({ program }), openBrowser()]);
});
afterEach(() => {
  environment.sandbox.reset();
});
afterAll(async () => {
  await browser.close();
  await environment.close();
  rmSync(program.folder, { recursive: true });
});

const journey = (contract: 'session' | 'sealed' | 'codes', whose: Environment) =>
  runJourney({ contract, person: 'existing' }, whose, { browser });

describe.each(['session', 'sealed', 'codes'] as const)('contract %s', (contract) => {
  test('two companies’ apps log in through one program, each to its own GenAuth', async () => {
    for (const whose of [environment, environment.asApp(secondApp)]) {
      const { report, problem } = await journey(contract, whose);
      expect(problem).toBeNull();
      const asked = report.requests.filter(({ from }) => from === 'program');
      // The Guard SDK's launch names nothing: the provider's own directory is asked.
      expect(asked[0]?.url).toBe(
        contract === 'codes'
          ? `https://directory.gateway.example/apps/${whose.app.appId}`
          : `https://console.genauth.ai/api/v2/applications/${whose.registration.appId}/public-config`,
      );
      expect(asked).toHaveLength(contract === 'codes' ? 1 : 2);
    }
  });
});

test('an app that names another company’s application is refused', async () => {
  const { app } = environment.asApp(secondApp);
  const { report } = await journey('session', { ...environment, app });
  expect(report.extMsg).toContain('app_not_registered');
});

test('a connection that names another mini program is refused', async () => {
  environment.sandbox.genauth.tenant.connection.appid = 'wx0123456789abcdef';
  const { report } = await journey('session', environment);
  expect(report.extMsg).toContain('program_mismatch');
});

test('a company that was added at GenAuth logs in at once', async () => {
  const { genauth, wechat } = environment.sandbox;
  const [id, mobileAppID] = ['7b7e0c0ffee65f0c0ffee603', 'wx7b7e0000000000c3'];
  const { tenant } = genauth;
  tenant.apps.set(id, { ...tenant.app, id, name: 'Buoy' });
  const identifier = 'buoy-wechat';
  const connection = { ...tenant.connection, id: '7b7e0111ec7104c0111ec703' };
  tenant.connections.set(connection.id, { ...connection, identifier, mobileAppID, apps: [id] });
  expect(wechat.program.appid).toBe(connection.appid);
  const { problem, report } = await journey('session', environment.asApp(mobileAppID));
  expect(problem).toBeNull();
  expect(report.extMsg).toContain('"status":"ok"');
});
