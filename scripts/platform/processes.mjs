import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const isWindows = process.platform === 'win32';

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It exists, but is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * When a process began, in the system's own words: two that had the same id one after the other
 * differ in it. Null where it is not known, as always on Windows, which only says it slowly.
 *
 * @param {number} pid
 * @returns {string | null}
 */
export function startOf(pid) {
  if (process.platform === 'linux') {
    // The name before it may have spaces and brackets: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    const [, rest = ''] = /^.*\)\s(.*)$/s.exec(readLine(`/proc/${pid}/stat`) ?? '') ?? [];
    return rest.split(' ')[19] ?? null;
  }
  if (process.platform !== 'darwin') return null;
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout?.trim() || null;
}

/** Names this start of the machine; null where the system has no such name. */
export function bootId() {
  return readLine('/proc/sys/kernel/random/boot_id');
}

/** @param {string} file */
function readLine(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

/**
 * For `spawn` and `fork`: the process leads a group, which `endGroupOf` ends. Windows has no groups,
 * and `detached` would open a window there.
 */
export const ownGroup = { detached: !isWindows };

/** For `spawn`: the process may outlive this one, and shows no window of its own. */
export const outlivesCaller = { detached: true, windowsHide: true };

/**
 * Ends a process that was started with `ownGroup`, and all that it started.
 *
 * @param {{ readonly pid?: number | undefined }} child
 */
export function endGroupOf({ pid }) {
  if (pid === undefined) return;
  if (isWindows) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone, with all its children.
  }
}

/**
 * Ends this process, which was started with `ownGroup`, and all that it started.
 *
 * @returns {never}
 */
export function endOwnGroup() {
  endGroupOf(process);
  return process.exit(0);
}

/**
 * Ctrl-C, and what others end a process with. Windows ends a process without asking where the signal
 * is another one than Ctrl-C.
 *
 * @param {() => void} listener
 */
export function onEndSignal(listener) {
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
}

/**
 * The same apart: Ctrl-C is somebody's, who may be told to wait; who ends a process otherwise (a CI
 * that cancels, a terminal that is closed) does not wait for long.
 *
 * @param {{ readonly interrupt: () => void; readonly end?: (() => void) | undefined }} listeners
 *   `end` absent: as the system ends a process.
 * @returns {() => void} Listens no more.
 */
export function onSignals({ interrupt, end }) {
  process.on('SIGINT', interrupt);
  const others = end === undefined ? [] : ['SIGTERM', 'SIGHUP'];
  for (const signal of others) process.on(signal, end ?? interrupt);
  return () => {
    process.off('SIGINT', interrupt);
    for (const signal of others) process.off(signal, end ?? interrupt);
  };
}

/**
 * npm passes a signal on to its shell alone, which dies of it; this process would go on with nobody
 * to end it. One that was started without npm may outlive its shell (nohup).
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || isWindows) return;
  const shell = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  look.unref();
}

/**
 * Opens an address in the person's own browser. Where there is none, nothing happens.
 *
 * @param {string} url
 */
export function openInBrowser(url) {
  const [command = '', ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : isWindows
        ? ['rundll32', 'url.dll,FileProtocolHandler', url]
        : ['xdg-open', url];
  const child = spawn(command, args, { stdio: 'ignore', ...outlivesCaller });
  child.on('error', () => undefined);
  child.unref();
}
