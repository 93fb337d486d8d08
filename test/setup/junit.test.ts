import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import jestConfig from '../../jest.config.mjs';
import { runNode } from '../../scripts/checks/command';

const root = join(import.meta.dirname, '../..');

test('a test that fails first and passes then is marked flaky in the JUnit report', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'junit-'));
  const report = join(folder, 'junit.xml');
  const options = {
    ...{ outputFile: report, classNameTemplate: '{classname}', titleTemplate: '{title}' },
    testCasePropertiesDirectory: join(root, 'test/setup'),
    testCasePropertiesFile: 'flaky-mark.cjs',
  };
  const config = {
    rootDir: folder,
    reporters: [[join(root, 'node_modules/jest-junit'), options]],
    transform: {},
  };
  writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(config));
  writeFileSync(
    join(folder, 'some.test.js'),
    `jest.retryTimes(1);
    let tries = 0;
    test('once', () => { tries += 1; if (tries === 1) throw new Error('first'); });
    test('never', () => { throw new Error('always'); });
    test('at once', () => undefined);`,
  );
  const { ok } = await runNode([
    join(root, 'node_modules/jest/bin/jest.js'),
    ...['-w', '1', '--config', join(folder, 'jest.config.json')],
  ]);
  const xml = readFileSync(report, 'utf8');
  rmSync(folder, { recursive: true });
  expect(ok).toBe(false);
  const testcase = (name: string) =>
    new RegExp(`<testcase[^>]* name="${name}"[\\s\\S]*?</testcase>`).exec(xml)?.[0] ?? '';
  expect(testcase('once')).toMatch(/name="flaky" value="true"/);
  expect(testcase('once')).not.toMatch(/<failure/);
  expect(testcase('never')).toMatch(/name="flaky" value="false"/);
  expect(testcase('never')).toMatch(/<failure/);
  expect(testcase('at once')).not.toMatch(/flaky/);
});

test('the report is written when it is asked for, and not otherwise', () => {
  expect(jestConfig.reporters).toEqual(process.env.JUNIT ? expect.anything() : ['default']);
});
