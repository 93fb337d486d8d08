import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { git, runGit } from '@mini-login/platform/git';
import { endGroupOf, isAlive, ownGroup, startOf } from '@mini-login/platform/processes';
import { waiting } from '@mini-login/simulator';
import { ROOT } from '../docs/markdown';

const LASTING = 'setInterval(() => {}, 1000)';
/** Starts a process of its own, says its id, and lasts. */
const PARENT = `
  const { pid } = require('node:child_process').spawn(process.execPath, ['-e', '${LASTING}']);
  process.stdout.write(String(pid));
  ${LASTING}
`;

test('a group ends with all that its leader started', async () => {
  const leader = spawn(process.execPath, ['-e', PARENT], { ...ownGroup, stdio: 'pipe' });
  const [said] = await once(leader.stdout, 'data');
  const grandchild = Number(String(said));
  expect([isAlive(leader.pid ?? 0), isAlive(grandchild)]).toEqual([true, true]);
  endGroupOf(leader);
  await waiting('the end of both', async () => !isAlive(leader.pid ?? 0) && !isAlive(grandchild));
  // Once more: it is gone, and nothing is thrown.
  endGroupOf(leader);
});

test('the beginning of a process stays the same, and is not that of another', async () => {
  const other = spawn(process.execPath, ['-e', LASTING], { stdio: 'ignore' });
  await once(other, 'spawn');
  const own = startOf(process.pid);
  expect(startOf(process.pid)).toBe(own);
  if (own !== null) expect(startOf(other.pid ?? 0)).not.toBe(own);
  other.kill();
});

test("what git refuses is said in git's words; a question may go either way", () => {
  expect(() => git(ROOT, ['no-such-command'])).toThrow(/git no-such-command: .*not a git command/);
  expect(runGit(ROOT, ['check-ignore', '-q', 'package.json']).status).toBe(1);
});
