import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createCompiler } from '@mini-login/simulator/compiler';
import { root } from '../setup/say.mjs';
import { median, type Numbers, timed } from './numbers';

/**
 * The simulator's own compiler: everything in a fresh process, and one changed file in a running
 * one.
 */
export async function compileNumbers(rounds: number): Promise<Numbers> {
  const cold = Array.from({ length: Math.min(rounds, 3) }, coldCompile);
  return {
    'simulator.compile.cold.ms': median(cold),
    'simulator.compile.incremental.ms': median(await incrementalCompiles(rounds)),
  };
}

/** In a process of its own, as `npm start` has it: code not yet warm, nothing kept. */
function coldCompile(): number {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'cold-compile.ts')],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`the cold compilation failed: ${stderr}`);
  return Number(stdout);
}

async function incrementalCompiles(rounds: number): Promise<number[]> {
  mkdirSync(join(root, 'out'), { recursive: true });
  // Inside the repository, so that npm packages are found.
  const copy = mkdtempSync(join(root, 'out', 'bench-'));
  try {
    for (const path of ['miniprogram', 'project.config.json'])
      cpSync(join(root, path), join(copy, path), { recursive: true });
    const compiler = createCompiler(copy);
    await compiler.compile();
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      appendFileSync(join(copy, 'miniprogram/pages/login/login.wxml'), `<!-- ${round} -->`);
      const { ms, value } = await timed(() => compiler.compile());
      if (value.errors.length > 0)
        throw new Error(`the program does not compile: ${JSON.stringify(value.errors[0])}`);
      times.push(ms);
    }
    return times;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
