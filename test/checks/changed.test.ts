import { expect, test } from '@jest/globals';
import { reachOf } from '../../scripts/checks/changed';

const tests = [
  { path: 'test/imports.test.ts', text: '' },
  { path: 'test/docs/links.test.ts', text: '' },
  { path: 'test/brand/pack.test.ts', text: '' },
  { path: 'test/cli/start.test.ts', text: "spawn(node, ['scripts/cli/run.mjs', 'start'])" },
  { path: 'test/simulator/life.browser.test.ts', text: '' },
  { path: 'test/login/flow.test.ts', text: '' },
];

test('a source reaches what imports it, the commands, and what reads all sources', () => {
  expect(reachOf(['miniprogram/login/table.ts'], tests)).toEqual({
    sources: ['miniprogram/login/table.ts'],
    tests: ['test/cli/start.test.ts', 'test/imports.test.ts'],
  });
});

test('a test reaches itself', () => {
  expect(reachOf(['test/login/flow.test.ts'], tests)).toEqual({
    sources: ['test/login/flow.test.ts'],
    tests: [],
  });
});

test('a page reaches the tests of documents', () => {
  expect(reachOf(['docs/qa.md'], tests)?.tests).toContain('test/docs/links.test.ts');
  expect(reachOf(['scripts/simulator/README.md'], tests)).toEqual({
    sources: [],
    tests: ['test/docs/links.test.ts'],
  });
});

test('a fixture reaches the tests of its folder', () => {
  expect(reachOf(['test/simulator/fixtures/life/app.json'], tests)).toEqual({
    sources: [],
    tests: ['test/simulator/life.browser.test.ts'],
  });
});

test('what decides about all tests, and what nobody has thought of, reaches everything', () => {
  expect(reachOf(['package-lock.json'], tests)).toBeNull();
  expect(reachOf(['test/setup/environment.ts'], tests)).toBeNull();
  expect(reachOf(['scripts/simulator/cli.cmd'], tests)).toBeNull();
});

test('nothing reaches nothing', () => {
  expect(reachOf([], tests)).toEqual({ sources: [], tests: [] });
});
