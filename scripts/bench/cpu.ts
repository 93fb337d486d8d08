import { existsSync, readFileSync } from 'node:fs';

/** Of `times`, as Linux gives them to programs on every processor. */
const TICKS_A_SECOND = 100;

/**
 * ms of processor time, user and system, of all processes that this one started and has waited for,
 * with those that they waited for: what a process leaves behind is not in it. NaN where the system
 * does not say (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html).
 */
export function childrenCpu(): number {
  const file = '/proc/self/stat';
  if (!existsSync(file)) return Number.NaN;
  const [, rest = ''] = /^.*\)\s(.*)$/s.exec(readFileSync(file, 'utf8')) ?? [];
  const fields = rest.split(' ');
  return ((Number(fields[13]) + Number(fields[14])) * 1_000) / TICKS_A_SECOND;
}
