import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const folder = join(import.meta.dirname, '../../../kits/swift');

if (spawnSync('swift', ['--version']).status === 0) {
  test('the Swift kit passes its own tests', () => {
    const { status, stderr } = spawnSync('swift', ['test'], { cwd: folder, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, expect.any(String)]);
  }, 600_000);
} else {
  // biome-ignore lint/suspicious/noSkippedTests: its name says why, where there is no Swift.
  test.skip('the Swift kit is not run here: there is no swift', () => undefined);
}
