import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHostApp } from '@mini-login/server';
import { openBrowser, openPhone, type PhoneBrowser } from '@mini-login/simulator';
import { type BrandedProject, composeProject } from '../../scripts/brand/compose';
import { type Environment, startEnvironment } from '../../scripts/environment';
import { demoApp } from '../../scripts/journey/app';
import { runJourney } from '../../scripts/journey/run';
import { looks } from '../../scripts/screens/looks';
import { viewsOf } from '../../scripts/screens/scenes';
import { openStudio } from '../../scripts/screens/studio';
import { loadAxe, measureLayout, violations } from '../screens/measure';
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

beforeAll(async () => {
  teahouse = composeProject(here, name, join(here, 'out/second-brand'));
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
  test('signs in with its own GenAuth, application and connection, and encrypts', async () => {
    const { report, problem } = await runJourney(
      { contract: 'sealed', person: 'existing' },
      environment,
      { browser },
    );
    expect(problem).toBeNull();
    expect(JSON.parse(report.extMsg)).toHaveProperty('sealed');
    const [request] = report.requests.filter(({ from }) => from === 'program');
    expect(request?.url).toBe('https://login.teahouse.example/api/v3/signin-by-mobile');
  });

  test('shows its own words, colours and agreement, in its language whatever the phone speaks', async () => {
    const { path } = await createHostApp(environment.registration, {
      fetch,
      now: environment.clock.now,
    }).begin('sealed');
    const app = demoApp(environment, { contract: 'sealed', person: 'existing' }, false);
    const device = { language: 'en', theme: 'light' } as const;
    const phone = await openPhone({ simulator: environment.simulator, browser, app, device });
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
    } finally {
      await phone.close();
    }
  });

  test.each(['375-light', '375-dark'])(
    'has no violation of WCAG A and AA on any screen, and nothing is cut (%s)',
    async (name) => {
      const look = looks.find((one) => one.name === name);
      if (look === undefined) throw new Error(`no look ${name}`);
      const found: string[] = [];
      const studio = await openStudio(environment, browser, look, 'zh-CN');
      try {
        await loadAxe(studio.phone);
        for (const { name: scene, view } of viewsOf(teahouse.brand, 'zh-CN')) {
          await studio.show(view);
          const { cut, contentWidth, width } = await measureLayout(studio.phone);
          const problems = [
            ...(await violations(studio.phone)),
            ...cut,
            ...(contentWidth > width ? ['too wide'] : []),
          ];
          found.push(...problems.map((problem) => `${scene}: ${problem}`));
        }
      } finally {
        await studio.close();
      }
      expect(found).toEqual([]);
    },
  );
});
