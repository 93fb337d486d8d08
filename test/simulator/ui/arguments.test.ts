import { describe, expect, test } from '@jest/globals';
import { readTestArguments } from '../../../scripts/simulator/node/cli/test-arguments.mjs';
import { checkJestArguments } from '../../../scripts/simulator/node/ui/jest';

describe('what stands behind `test`', () => {
  test('is the command’s own or Jest’s', () => {
    const given = [
      'cart',
      '--ui',
      '-t',
      'a pear',
      '--no-open',
      '--ui-port',
      '5000',
      '--config=a.js',
    ];
    expect(readTestArguments(given)).toEqual({
      ...{ ui: true, open: false, port: 5000, problem: null },
      args: ['cart', '-t', 'a pear', '--config=a.js'],
    });
    expect(readTestArguments([])).toMatchObject({ ui: false, port: 0, args: [] });
  });

  test.each(['', 'x', '-1', '70000', '1.5'])('a port %j is none', (port) => {
    expect(readTestArguments(['--ui', '--ui-port', port]).problem).toBe(
      `--ui-port ${port} is no port`,
    );
    expect(readTestArguments([`--ui-port=${port}`]).problem).not.toBeNull();
  });

  test.each(['--watch', '--watchAll=true', '--runTestsByPath', '--filter=x.js'])(
    '%s does not go together with --ui',
    (arg) => {
      expect(() => checkJestArguments(['cart', arg])).toThrow(`${arg} and --ui don't go together`);
    },
  );

  test('what only begins like these is Jest’s', () => {
    expect(() => checkJestArguments(['--watchman', '--watch-cart'])).not.toThrow();
  });
});
