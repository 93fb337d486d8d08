import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { nameRun, writeReports } from '../../scripts/deploy/fleet/reports';
import { refusalOf } from '../../scripts/deploy/fleet/run';
import { type FleetResult, summaryMarkdown, summaryText } from '../../scripts/deploy/fleet/summary';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mini-login-reports-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const appId = 'wx0123456789abcdef';
const cut = {
  ...refusalOf('acme', appId)('network', ['the connection was cut'], 'look'),
  mayHaveArrived: true,
};
const noKey = refusalOf('beta', 'wxfedcba9876543210')('key', ['no key'], null);

const resultOf = (run: string, brands: FleetResult['brands']): FleetResult => ({
  ...{ run, kind: 'upload', version: '1.0.0', description: 'd', robot: 1, brands, maps: 'm' },
});

test('two runs have a report each, and stand in one index, the last one first', () => {
  const [first = '', second = ''] = [1, 2].map((second) =>
    nameRun(new Date(`2026-01-01T00:00:0${second}Z`), 7),
  );
  writeReports(folder, resultOf(first, [noKey]));
  writeReports(folder, resultOf(second, [cut, noKey]));
  expect(readdirSync(join(folder, 'reports')).sort()).toEqual(
    [...[first, second].flatMap((run) => [`${run}.json`, `${run}.md`]), 'index.md'].sort(),
  );
  const index = readFileSync(join(folder, 'reports/index.md'), 'utf8');
  expect(index).toMatch(
    new RegExp(
      `\\[${second}\\]\\(${second}\\.md\\) \\| upload \\| 1\\.0\\.0 \\| 1 \\| 0 \\| 2 \\| 1 \\|\\n.*\\[${first}\\].*\\| 0 \\| 1 \\| 0 \\|`,
    ),
  );
  expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({
    run: second,
    brands: [{ appId, mayHaveArrived: true }, { appId: 'wxfedcba9876543210' }],
  });
});

test('two runs that begin in one moment have two names', () => {
  const now = new Date();
  expect(nameRun(now, 1)).not.toBe(nameRun(now, 2));
});

test('a failed row carries the AppID, and what may have arrived says so', () => {
  const result = resultOf('r', [cut, noKey]);
  const text = summaryText(result);
  expect(text).toMatch(/FAIL {2}acme +network {2}wx0123456789abcdef {2}may have arrived/);
  expect(text).toMatch(/FAIL {2}beta +key {2}wxfedcba9876543210\n/);
  expect(text).toMatch(
    /May have arrived; look at 管理 → 版本管理 .*\n +acme +wx0123456789abcdef\n$/,
  );
  const table = summaryMarkdown(result);
  expect(table).toContain(`| acme | \`${appId}\` | **failed, and may have arrived** (network)`);
  expect(table).toContain('| beta | `wxfedcba9876543210` | **failed** (key)');
});
