import { spawnSync } from 'node:child_process';

/**
 * @typedef {object} GitAnswer
 * @property {number | null} status Null: there is no git, or it was ended.
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * @param {string} folder Where it runs.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {GitAnswer}
 */
export function runGit(folder, args, env = process.env) {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 27,
    windowsHide: true,
  });
  return { status, stdout: stdout ?? '', stderr: error?.message ?? stderr ?? '' };
}

/**
 * @param {string} folder
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} What it says.
 * @throws In git's own words.
 */
export function git(folder, args, env) {
  const { status, stdout, stderr } = runGit(folder, args, env);
  if (status !== 0)
    throw new Error(`git ${args.join(' ')}: ${stderr.trim() || `ended with ${status}`}`);
  return stdout;
}
