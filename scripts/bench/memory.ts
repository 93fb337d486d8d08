import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const MS_BETWEEN_LOOKS = 100;

/**
 * The most memory that this process and all below it have at once during some work: resident bytes,
 * shared pages counted in each.
 */
export async function peakMemory(work: () => Promise<unknown>): Promise<number> {
  let isOver = false;
  const watch = async () => {
    let most = 0;
    while (!isOver) {
      most = Math.max(most, await memoryBelow(process.pid));
      await sleep(MS_BETWEEN_LOOKS);
    }
    return most;
  };
  const [most] = await Promise.all([
    watch(),
    work().finally(() => {
      isOver = true;
    }),
  ]);
  return most;
}

async function memoryBelow(top: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const sumOf = (parent: number): number =>
    rows.reduce(
      (sum, [pid = 0, above, kilobytes = 0]) =>
        above === parent ? sum + kilobytes + sumOf(pid) : sum,
      0,
    );
  return (sumOf(top) + process.memoryUsage.rss() / 1024) * 1024;
}
