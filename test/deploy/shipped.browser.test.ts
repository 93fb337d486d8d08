import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openBrowser, openPhone, type PhoneBrowser } from '@mini-login/simulator';
import { brand } from '../../miniprogram/brand';
import { firstPaintNumbers } from '../../scripts/bench/first-paint';
import { launchPath } from '../../scripts/bench/journey';
import { startUpNumbers } from '../../scripts/bench/start-up';
import { createBrand, standardAnswers } from '../../scripts/brand/create';
import { brandedProgram } from '../../scripts/deploy/branded';
import { type Compiled, compileProgram } from '../../scripts/deploy/compile/compile-program';
import { packageSizes } from '../../scripts/deploy/compile/size';
import { writeProject } from '../../scripts/deploy/project';
import { sendProgram } from '../../scripts/deploy/upload/send';
import { type Environment, startEnvironment } from '../../scripts/environment';
import { runJourney } from '../../scripts/journey/run';
import { chosen, compareBaselines } from '../../scripts/screens/baselines';
import { lookAt } from '../../scripts/screens/looks';
import { openRenderers, type ScreenRenderers } from '../../scripts/screens/renderer';
import { root } from '../../scripts/setup/say.mjs';
import { startUploadServer } from '../../scripts/upload-double/server';
import { makeUploadKey } from '../../scripts/upload-double/upload-key';
import { checkOf, everyScene } from '../screens/every-scene';
import { violations } from '../screens/measure';
import { marks, scriptsOf } from './marks-of-hosted';

// What the official compiler made of the bundles: the very files that an upload sends.

const folder = mkdtempSync(join(tmpdir(), 'mini-login-shipped-'));
let compiled: Extract<Compiled, { ok: true }>;
const program = { folder, brand };

beforeAll(async () => {
  const result = await compileProgram({ project: root, root });
  if (!result.ok) throw new Error(result.message);
  compiled = result;
  writeProject(folder, compiled, 'wx0123456789abcdef');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the doctor looks at the files that ship, without WeChat’s compiler', async () => {
  const looked = await compileProgram({ project: root, root, bundleOnly: true });
  const shipped = [...compiled.files.keys()].filter((path) => path !== 'project.config.json');
  expect(looked.ok ? [...looked.files.keys()].sort() : looked.message).toEqual(shipped.sort());
  expect(looked).toMatchObject({ missing: compiled.missing, newer: compiled.newer });
});

test('what ships has all that it needs, nothing that it does not, and is read by the oldest phones it allows', () => {
  const { missing, unused, newer } = compiled;
  expect({ missing, unused, newer }).toEqual({ missing: [], unused: [], newer: [] });
});

test('it has none of the code that a hosted program has, nor its words', () => {
  const text = scriptsOf(compiled.files);
  const ofTemplate = ['getExtConfigSync', 'ext.json', '这个小程序的品牌设置无法使用'];
  expect([...marks, ...ofTemplate].filter((mark) => text.includes(mark))).toEqual([]);
  const pages = [...compiled.files].filter(([path]) => /\.(wxml|wxss|js)$/.test(path));
  for (const [, content] of pages) expect(content.toString()).not.toMatch(/onLogoLoad|logo-layer/);
  expect(text).not.toContain('这个应用还没有登记');
});

test('the licence notices of what others wrote ship with it', () => {
  const namesIn = (path: string) =>
    JSON.parse(compiled.files.get(path)?.toString() ?? '[]').flatMap(
      ({ packages }: { packages: { name: string }[] }) => packages.map(({ name }) => name),
    );
  expect(namesIn('licences.json')).toEqual([]);
  expect(namesIn('packages/seal/licences.json')).toEqual([
    '@noble/ciphers',
    '@noble/curves',
    '@noble/hashes',
  ]);
});

test('what arrives at WeChat is what was compiled, byte for byte, and the source maps', async () => {
  const appId = 'wx0123456789abcdef';
  const { privateKey, publicKey } = makeUploadKey();
  const server = await startUploadServer(new Map([[appId, publicKey]]));
  const environment = process.env.NODE_EXTRA_CA_CERTS;
  process.env.NODE_EXTRA_CA_CERTS = server.caFile;
  try {
    const labels = { kind: 'upload', version: '1.0.0', description: 'test', robot: 1 } as const;
    const places = { qrFile: join(folder, 'qr.jpg'), record: join(folder, 'record.json') };
    const way = { appId, privateKey, proxy: server.proxy, launch: null, timeout: 60_000 };
    expect(await sendProgram(compiled, { ...labels, ...places, ...way })).toMatchObject({
      ok: true,
    });
    const [upload] = server.uploads;
    const all = new Map([...compiled.files, ...compiled.maps]);
    expect([...(upload?.files.keys() ?? [])].sort()).toEqual([...all.keys()].sort());
    expect(
      [...all].filter(([path, content]) => upload?.files.get(path)?.equals(content) !== true),
    ).toEqual([]);
  } finally {
    if (environment === undefined) delete process.env.NODE_EXTRA_CA_CERTS;
    else process.env.NODE_EXTRA_CA_CERTS = environment;
    await server.close();
  }
});

/** Limits that hold what is there; `npm run dev -- bench` has the aims. */
describe('what ships does not grow', () => {
  test('with four languages: 91.5 KB for the first start, 71 KB of them scripts, and 145 KB in all', () => {
    const { main, total } = compiled.sizes;
    expect(main).toBeLessThanOrEqual(91_500);
    expect(total).toBeLessThanOrEqual(145_000);
    expect(startUpNumbers(compiled.files, 1)['startup.script.bytes']).toBeLessThanOrEqual(71_000);
  });

  test('with two: 85 KB for the first start', async () => {
    const tenant = mkdtempSync(join(tmpdir(), 'mini-login-tenant-'));
    const acme = createBrand(tenant, 'acme', standardAnswers('acme'));
    const { files } = await brandedProgram(compiled, acme);
    rmSync(tenant, { recursive: true });
    expect(packageSizes(files, Object.keys(compiled.sizes.subpackages)).main).toBeLessThanOrEqual(
      85_000,
    );
  });
});

describe('a login works in what ships', () => {
  let environment: Environment;
  let browser: PhoneBrowser;

  beforeAll(async () => {
    [environment, browser] = await Promise.all([startEnvironment({ program }), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await environment.close();
  });

  test('and asks WeChat one synchronous question before the first paint', async () => {
    const phone = await openPhone({
      simulator: environment.simulator,
      browser,
      app: environment.app,
      scale: 1,
    });
    await phone.launch({ path: `pages/login/login?v=1&state=${'s'.repeat(22)}` });
    const timeline = phone.timeline();
    const painted = timeline.findIndex(
      (entry) => entry.kind === 'lifecycle' && entry.hook === 'onReady',
    );
    const asked = timeline
      .slice(0, painted)
      .flatMap((entry) => (entry.kind === 'wx' ? entry.api : []));
    // All but the first answer later: https://developers.weixin.qq.com/miniprogram/dev/api/
    expect(asked).toEqual([
      'getAppBaseInfo',
      'getPrivacySetting',
      'login',
      'setNavigationBarTitle',
    ]);
    await phone.close();
  });

  test('and its first paint is measured against a page written by hand', async () => {
    const path = await launchPath(environment);
    const numbers = await firstPaintNumbers(environment, path, 1, compiled);
    expect(Object.keys(numbers)).toHaveLength(3);
    for (const value of Object.values(numbers)) expect(value).toBeGreaterThan(0);
  });

  test.each(['session', 'sealed', 'codes', 'ticket'] as const)('%s', async (contract) => {
    environment.sandbox.reset();
    const { report, problem } = await runJourney({ contract, person: 'existing' }, environment, {
      browser,
    });
    expect(problem).toBeNull();
    expect(report.app).toMatchObject({ ok: true });
  });
});

describe('the screens of what ships', () => {
  let renderers: ScreenRenderers;

  beforeAll(async () => {
    renderers = await openRenderers({ program });
  });
  afterAll(() => renderers.close());

  test('the chosen dozen look as they are kept; npm run dev -- screens --update keeps a change that is wanted', async () => {
    const results = await compareBaselines(renderers, { out: 'out/screens/differences' });
    expect(results).toHaveLength(chosen.length);
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
  });

  // In the light, in another language and on other phones: test/screens. The pictures are alike.
  test('have no violation of WCAG A and AA', async () => {
    const checks = [checkOf(violations, (found) => found)];
    expect(await everyScene(renderers, [lookAt('375-dark')], 'en', checks)).toEqual([]);
  });
});
