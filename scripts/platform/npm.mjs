import { spawnSync } from 'node:child_process';

/**
 * @param {string} folder Where it runs.
 * @param {readonly string[]} args
 * @param {{ stdio?: import('node:child_process').StdioOptions, env?: NodeJS.ProcessEnv }} [options]
 */
export function runNpm(folder, args, { stdio = ['ignore', 'pipe', 'pipe'], env } = {}) {
  const { command, first, shell } = npmCommand(process.env);
  return spawnSync(command, [...first, ...args], {
    cwd: folder,
    env: env ?? process.env,
    stdio,
    shell,
    encoding: 'utf8',
  });
}

/**
 * The npm that started us, where there is one: on Windows `npm` is a batch file, which only a shell
 * can start.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ command: string, first: string[], shell: boolean }}
 */
function npmCommand(env) {
  const cli = env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) return { command: process.execPath, first: [cli], shell: false };
  return { command: 'npm', first: [], shell: process.platform === 'win32' };
}
