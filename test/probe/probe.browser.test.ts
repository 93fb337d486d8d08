import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openBrowser, type PhoneBrowser } from '@mini-login/simulator';
import { compareReports } from '../../scripts/probe/compare';
import { readFacts } from '../../scripts/probe/facts';
import { probeSimulator } from '../../scripts/probe/simulate';

const facts = readFacts('wechat');
let browser: PhoneBrowser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'probe-'));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the simulator runs the probe, which is another program than the login, and answers every question', async () => {
  const report = await probeSimulator({ browser, folder });
  const { answers } = report;
  expect(Object.keys(answers).length).toBeGreaterThan(40);
  const known = new Set(facts.map(({ anchor }) => anchor));
  expect(Object.entries(answers).filter(([, { fact }]) => !known.has(fact))).toEqual([]);
  expect(
    Object.entries(answers).filter(([, { answer }]) => JSON.stringify(answer).includes('"silent"')),
  ).toEqual([]);
  expect(
    Object.entries(answers).filter(([, { answer }]) => JSON.stringify(answer).includes('"threw"')),
  ).toEqual([]);

  expect(answers['launch.order']?.answer).toEqual([
    'App.onLaunch',
    'App.onShow',
    'Page.onLoad',
    'Page.onShow',
    'Page.onReady',
  ]);
  expect(answers['subpackage.without-pages']?.answer).toEqual({
    mark: 'from a subpackage without pages',
    sameTheSecondTime: true,
  });
  expect(answers['launch.caller']?.answer).toEqual({ keys: ['appId'], appId: 'an AppID' });
  expect(answers['route.query-cut']?.answer).toEqual({ raw: '3', question: 'a?b', unpadded: 'YQ' });
  expect(answers['request.undeclared-host']?.answer).toMatchObject({
    ended: 'fail',
    errno: 600002,
  });
  expect(answers['privacy.refused']?.answer).toMatchObject({ errno: 103 });
  expect(answers['privacy.refused-again']?.answer).toMatchObject({ errno: 104 });
  expect(answers['app.received.long']?.answer).toMatchObject({ length: '4096', via: 'resp' });
  expect(answers['life.survives-going-back']?.answer).toEqual({ launches: 1 });

  // As if a phone had answered otherwise in two places.
  const phone = {
    ...report,
    answers: {
      ...answers,
      'phone.refused': {
        fact: 'a-refusal-has-many-wordings',
        answer: { errMsg: 'getPhoneNumber:fail:user deny' },
      },
      'wx.navigateBackApplication': {
        fact: 'navigatebackapplication-is-not-documented',
        answer: 'undefined',
      },
    },
  };
  const differing = compareReports(report, phone, facts).filter(({ kind }) => kind === 'differs');
  expect(differing.map(({ id, fact }) => [id, fact?.number]).sort()).toEqual([
    ['phone.refused', 'W35'],
    ['wx.navigateBackApplication', 'W19'],
  ]);
});
