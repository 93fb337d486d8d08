import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHostApp } from '@mini-login/server';
import { openBrowser, openPhone, type Phone, type PhoneBrowser } from '@mini-login/simulator';
import { PNG } from 'pngjs';
import { type BrandedProject, composeProject } from '../../scripts/brand/compose';
import { commitExt, extJsonOf } from '../../scripts/brand/ext';
import { readBrand } from '../../scripts/brand/pack/pack';
import { type Environment, startEnvironment } from '../../scripts/environment';
import { demoApp } from '../../scripts/journey/app';
import { runJourney } from '../../scripts/journey/run';
import { lookAt, looks } from '../../scripts/screens/looks';
import { openRenderer } from '../../scripts/screens/renderer';
import { viewsOf } from '../../scripts/screens/scenes';
import { checkOf, eachView } from '../screens/every-scene';
import { pageLayout, violations } from '../screens/measure';
import { here } from './checkout';

// The first compile of a whole program, and a browser of its own.

/**
 * A brand that is different in everything: Chinese alone, texts for agreements, one app, encrypted
 * results, words of its own.
 */
const name = 'teahouse';

let teahouse: BrandedProject;
let environment: Environment;
let browser: PhoneBrowser;

/** Where it counts logins, and a page of its own: more than a tenant's data alone. */
const extras = {
  events: { endpoint: 'https://count.teahouse.example/login' },
  subpackages: [{ root: 'tea', pages: ['list'], requests: ['https://api.teahouse.example'] }],
};

/** Of HTTP and of Node's `fetch`, which stands in for WeChat's. */
const ofEveryRequest =
  /^(?:accept|accept-encoding|accept-language|connection|content-length|content-type|host|sec-fetch-mode|user-agent)$/;

beforeAll(async () => {
  const checkout = mkdtempSync(join(tmpdir(), 'second-brand-'));
  for (const path of ['miniprogram', 'project.config.json', `brands/${name}`])
    cpSync(join(here, path), join(checkout, path), { recursive: true });
  const pack = join(checkout, 'brands', name);
  mkdirSync(join(pack, 'subpackages/tea'), { recursive: true });
  writeFileSync(join(pack, 'subpackages/tea/list.wxml'), '<view>{{teas}}</view>');
  writeFileSync(
    join(pack, 'subpackages/tea/list.js'),
    "Page({ data: { teas: '龙井' }, onLoad() { wx.request({ url: 'https://api.teahouse.example/teas' }); } });",
  );
  const file = join(pack, 'brand.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...extras }));
  teahouse = composeProject(checkout, name, join(here, 'out/second-brand'));
  rmSync(checkout, { recursive: true });
  [environment, browser] = await Promise.all([
    startEnvironment({ program: teahouse }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await environment.close();
  rmSync(teahouse.folder, { recursive: true });
});

describe('another brand than the applied one', () => {
  test('signs in with its own GenAuth, and encrypts, whatever becomes of its count of logins', async () => {
    const { genauth, journal } = environment.sandbox;
    // For opened, consented and granted: nothing comes, a hotel's page, no connection.
    for (const fault of [{ kind: 'hang' }, { kind: 'html' }, { kind: 'reset' }] as const)
      genauth.faults.enqueue({ path: '/login', fault });
    const { report, problem } = await runJourney(
      { contract: 'sealed', person: 'existing', trouble: 'expired' },
      environment,
      { browser },
    );
    expect({ problem, left: genauth.faults.pending() }).toEqual({ problem: null, left: [] });
    expect(JSON.parse(report.extMsg)).toHaveProperty('sealed');
    const asked = report.requests.filter(({ from }) => from === 'program').map(({ url }) => url);
    expect(new Set(asked)).toEqual(
      new Set(['https://login.teahouse.example/api/v3/signin-by-mobile', extras.events.endpoint]),
    );
    // Nobody is in it, and nothing that joins two of them.
    const counted = journal.all().filter(({ path }) => path === '/login');
    const steps = counted.map(({ body }) => JSON.stringify(body));
    // Nobody waits for a count: the last may be under way when the phone is put away.
    expect(steps.length).toBeGreaterThan(2);
    expect(new Set(steps).size).toBe(steps.length);
    expect([
      '{"v":1,"step":"opened"}',
      '{"v":1,"step":"consented"}',
      '{"v":1,"step":"failed","code":"code_expired"}',
      '{"v":1,"step":"granted"}',
    ]).toEqual(expect.arrayContaining(steps));
    const named = counted.flatMap(({ headers, query }) => [
      ...Object.keys(query),
      ...Object.keys(headers).filter((name) => !ofEveryRequest.test(name)),
    ]);
    expect(named).toEqual([]);
  });

  test('shows its own words, colours and agreement, in its language whatever the phone speaks', async () => {
    const { path } = await createHostApp(environment.registration, {
      fetch,
      now: environment.clock.now,
    }).begin('sealed');
    const app = demoApp(environment, { contract: 'sealed', person: 'existing' }, false);
    const device = { language: 'en', theme: 'light' } as const;
    const phone = await openPhone({
      ...{ simulator: environment.simulator, browser, app, device, scale: 1 },
    });
    try {
      await phone.launch({ path });
      const page = await phone.miniProgram.currentPage();
      const view: unknown = await page.data('view');
      expect(JSON.stringify(view)).toContain('欢迎回到山岚茶馆');
      expect(
        await phone.evaluateInFrame(
          'getComputedStyle(document.body).getPropertyValue("--primary")',
        ),
      ).toBe('#8c2f1b');
      await phone.miniProgram.navigateTo('/pages/agreement/agreement?id=terms');
      const reader = await phone.miniProgram.currentPage();
      expect(JSON.stringify(await reader.data())).toContain('茶票不能兑换现金');
      await phone.miniProgram.reLaunch('/own/tea/list');
      const own = await phone.miniProgram.currentPage();
      expect([own.path, await own.data('teas')]).toEqual(['own/tea/list', '龙井']);
    } finally {
      await phone.close();
    }
  });

  const accessible = checkOf(violations, (found) => found);
  const whole = checkOf(pageLayout, ({ cut, contentWidth, width }) => [
    ...cut,
    ...(contentWidth > width ? ['too wide'] : []),
  ]);

  test.each(['375-light', '375-dark'] as const)(
    'has no violation of WCAG A and AA on any screen, and nothing is cut (%s)',
    async (name) => {
      const look = lookAt(name);
      const renderer = await openRenderer(environment, browser, look, 'zh-CN');
      try {
        const views = viewsOf(teahouse.brand, 'zh-CN');
        expect(await eachView(renderer, look, views, [accessible, whole])).toEqual([]);
      } finally {
        await renderer.close();
      }
    },
  );
});

/**
 * The pixels below the status bar, which shows the time. Pictures in the page may come a moment
 * after it: until two are the same.
 */
async function stillPicture(phone: Phone, statusBarHeight: number): Promise<string> {
  let last = '';
  for (;;) {
    const { width, data } = PNG.sync.read(await phone.screenshot());
    const next = data.subarray(statusBarHeight * width * 4).toString('base64');
    if (next === last) return next;
    last = next;
  }
}

describe('the same brand as ext_json of a template', () => {
  let template: BrandedProject;
  let asExt: Environment;

  beforeAll(async () => {
    const pack = readBrand(here, 'platform');
    const { json } = extJsonOf(readBrand(here, name), pack);
    const folder = join(here, 'out/second-brand-ext');
    template = commitExt(composeProject(here, pack.name, folder), pack, json);
    // Its logo is nowhere in this test's network, so the template's stands in.
    cpSync(
      join(here, 'brands', name, 'logo.png'),
      join(template.folder, 'miniprogram/brand/logo.png'),
    );
    asExt = await startEnvironment({ program: template });
  });
  afterAll(async () => {
    await asExt.close();
    rmSync(template.folder, { recursive: true });
  });

  test('signs in with the brand’s GenAuth, for its app alone', async () => {
    const scenario = { contract: 'sealed', person: 'existing' } as const;
    const { report, problem } = await runJourney(scenario, asExt, { browser });
    expect(problem).toBeNull();
    const [request] = report.requests.filter(({ from }) => from === 'program');
    expect(request?.url).toBe('https://login.teahouse.example/api/v3/signin-by-mobile');
  });

  test.each(['375-light', '375-dark'])('looks the same (%s)', async (name) => {
    const look = looks.find((one) => one.name === name);
    const bar = look?.device.statusBarHeight;
    if (look === undefined || bar === undefined) throw new Error(`no look ${name}`);
    const pictures = async (whose: Environment, brand = whose.brand) => {
      const renderer = await openRenderer(whose, browser, look, 'zh-CN');
      const taken: Record<string, string> = {};
      try {
        for (const { name: scene, view } of viewsOf(brand, 'zh-CN')) {
          if (!['login', 'login-sheet', 'working', 'failure-network', 'about'].includes(scene))
            continue;
          await renderer.show(view);
          taken[scene] = await stillPicture(renderer.phone, bar);
        }
      } finally {
        await renderer.close();
      }
      return taken;
    };
    const packaged = await pictures(environment);
    const shipped = await pictures(asExt);
    expect(Object.keys(packaged)).toHaveLength(5);
    const different = Object.keys(packaged).filter((scene) => packaged[scene] !== shipped[scene]);
    expect(different).toEqual([]);
  });

  test('the template’s mark stands in while a logo loads, and when it fails', async () => {
    const [look] = looks;
    if (look === undefined) throw new Error('there is no look');
    const renderer = await openRenderer(asExt, browser, look, 'zh-CN');
    const [login] = viewsOf(asExt.brand, 'zh-CN').filter(({ name }) => name === 'login');
    if (login?.view.screen !== 'login') throw new Error('there is no login screen');
    const marks = async (logo: string) => {
      await renderer.show({ ...login.view, logo } as typeof login.view);
      const page = await renderer.phone.miniProgram.currentPage();
      const layers = async () =>
        Promise.all((await page.$$('.logo-layer')).map((layer) => layer.attribute('src')));
      return { page, layers };
    };
    try {
      const own = '/brand/logo.png';
      const failing = 'https://cdn.gateway.example/none.png';
      const { page, layers } = await marks(failing);
      expect(await layers()).toEqual([own, failing]);
      // What WeChat tells when a picture is there.
      await page.callMethod('onLogoLoad', { currentTarget: { dataset: { src: failing } } });
      expect(await layers()).toEqual([failing]);
      // The next company's is another one.
      const next = 'https://cdn.gateway.example/next.png';
      expect(await (await marks(next)).layers()).toEqual([own, next]);
      expect(await (await marks(own)).layers()).toEqual([own]);
    } finally {
      await renderer.close();
    }
  });
});
