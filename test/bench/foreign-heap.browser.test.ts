import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  openBrowser,
  type Phone,
  type PhoneBrowser,
  type Simulator,
  startSimulator,
} from '@mini-login/simulator';
import { heapGrowth } from '../../scripts/bench/foreign-heap';
import { project } from '../simulator/node/compile/project';

const LAUNCHES = 5;
/** A launched program's document; far more than what a browser needs for itself from time to time. */
const DOCUMENT = 500_000;

const program = project({
  'src/pages/a/a.ts': "Page({ onLoad() { for (let i = 0; i < 50; i += 1) console.log('a', i); } })",
});
let simulator: Simulator;
let browser: PhoneBrowser;
beforeAll(async () => {
  [simulator, browser] = await Promise.all([
    startSimulator({ project: program.dir }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await simulator.close();
  program.dispose();
});

test('a phone that is warm grows by no document, however full its timeline was before', async () => {
  expect(await heapGrowth(simulator, browser, LAUNCHES)).toBeLessThan(DOCUMENT);
});

test('one object of each launch that is kept is seen', async () => {
  const keep = (phone: Phone) =>
    phone.evaluateInFrame('(parent.kept = parent.kept || []).push({})');
  const grown = await heapGrowth(simulator, browser, LAUNCHES, keep);
  expect(grown).toBeGreaterThan(LAUNCHES * DOCUMENT);
});
