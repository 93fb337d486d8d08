import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import { TmplGroup } from 'glass-easel-template-compiler';
import {
  asWeChatRuns,
  HELPERS,
  LOADER,
  PATCHED_VERSION,
} from '../../../../scripts/simulator/node/compile/wxml/template-runtime';
import simulator from '../../../../scripts/simulator/package.json';

// The minified output of one version is patched by exact strings. These tests say, one by one, what
// a new version no longer writes.

const require = createRequire(import.meta.url);

/** What the compiler itself makes of a template with a text, a member, a call and a WXS module. */
function compiled(): string {
  const group = new TmplGroup();
  group.addScript('words', 'module.exports = { say: function (a) { return a; } };');
  group.addTmpl(
    'page',
    '<wxs module="words" src="./words" /><view>{{ words.say(item.name) }}</view>',
  );
  return group.getTmplGenObjectGroups();
}

const count = (text: string, part: string) => text.split(part).length - 1;

test('the version is pinned, and is the one that is patched', () => {
  expect(simulator.dependencies['glass-easel-template-compiler']).toBe(PATCHED_VERSION);
  expect(require('glass-easel-template-compiler/package.json').version).toBe(PATCHED_VERSION);
});

test.each(HELPERS.map(([theirs]) => theirs))('the compiler writes once: %s', (theirs) => {
  expect(count(compiled(), theirs)).toBe(1);
});

test(`the compiler writes once for a program with WXS: ${LOADER}`, () => {
  expect(count(compiled(), LOADER)).toBe(1);
});

test('each is replaced', () => {
  const code = asWeChatRuns(compiled());
  for (const [theirs, ours] of HELPERS)
    expect([count(code, theirs), count(code, ours)]).toEqual([0, 1]);
  expect(count(code, `try { ${LOADER} } catch`)).toBe(1);
});

test.each(HELPERS.map(([theirs]) => theirs))(
  'output without it is refused, and the error names it: %s',
  (theirs) => {
    expect(() => asWeChatRuns(compiled().replace(theirs, ''))).toThrow(theirs);
  },
);
