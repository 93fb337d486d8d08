import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { brand } from '../../miniprogram/brand';
import { compileProgram } from '../../scripts/deploy/compile/compile-program';
import type { Tree } from '../../scripts/deploy/compile/references';
import { newerSyntax } from '../../scripts/deploy/compile/syntax';
import { writeProject } from '../../scripts/deploy/project';
import { runJourney } from '../../scripts/journey/run';
import { chosen, compareBaselines } from '../../scripts/screens/baselines';
import { looks } from '../../scripts/screens/looks';
import { scenes, viewOf } from '../../scripts/screens/scenes';
import { openStudios, type Studios } from '../../scripts/screens/studio';
import { root } from '../../scripts/setup/say.mjs';
import { openBrowser, type PhoneBrowser } from '../../scripts/simulator';
import { startWorld, type World } from '../../scripts/world';
import { loadAxe, violations } from '../screens/measure';

// What the official compiler made of the bundles, with its own copy of Vant: the very files that an upload sends.
jest.setTimeout(300_000);

const folder = mkdtempSync(join(tmpdir(), 'mini-login-shipped-'));
let files: Tree;
const program = { folder, brand };

beforeAll(async () => {
  const compiled = await compileProgram({ project: root, root });
  if (!compiled.ok) throw new Error(compiled.message);
  writeProject(folder, compiled, 'wx0123456789abcdef');
  files = compiled.files;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what ships is read by the oldest phones that the base library allows', () => {
  expect(newerSyntax(files)).toEqual([]);
});

describe('a login works in what ships', () => {
  let world: World;
  let browser: PhoneBrowser;

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ program }), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  test.each(['session', 'sealed', 'codes', 'ticket'] as const)('%s', async (contract) => {
    world.sandbox.reset();
    const { report, problem } = await runJourney({ contract, person: 'existing' }, world, { browser });
    expect(problem).toBeNull();
    expect(report.app).toMatchObject({ ok: true });
  });
});

describe('the screens of what ships', () => {
  let studios: Studios;

  beforeAll(async () => {
    studios = await openStudios({ program });
  });
  afterAll(() => studios.close());

  test('the chosen dozen look as they are kept; npm run screens -- --update keeps a change that is wanted', async () => {
    const results = await compareBaselines(studios, { out: 'out/screens/differences' });
    expect(results).toHaveLength(chosen.length);
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('have no violation of WCAG A and AA', async () => {
    const [look] = looks;
    if (look === undefined) throw new Error('there is no look');
    const studio = await studios.open(look, 'zh-CN');
    await loadAxe(studio.phone);
    const found: Record<string, readonly string[]> = {};
    for (const scene of scenes) {
      await studio.show(viewOf(scene, 'zh-CN'));
      found[scene.name] = await violations(studio.phone);
    }
    expect(found).toEqual(Object.fromEntries(scenes.map(({ name }) => [name, []])));
    await studio.close();
  });
});
