import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readTestArguments } from '../../../scripts/simulator/node/cli/test-arguments.mjs';
import { checkJestArguments, listTestFiles } from '../../../scripts/simulator/node/ui/jest';

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

test('the list of tests is found among what a configuration prints, and `--` is Jest’s', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mini-login-jest-')));
  try {
    const bin = join(folder, 'jest.cjs');
    writeFileSync(
      bin,
      `console.log('[dotenv@17.2.3] injecting env (2) from .env');
       const own = process.argv.slice(2, process.argv.indexOf('--'));
       const list = own.includes('--listTests') && own.includes('--json') ? ['b.test.js', 'a.test.js'] : [];
       console.log(JSON.stringify(list.map((name) => require('node:path').join(process.cwd(), name))));`,
    );
    const jest = { folder, bin, runner: '', version: '30.0.0' };
    expect(await listTestFiles(jest, ['--', 'tests/only'])).toEqual(['a.test.js', 'b.test.js']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
