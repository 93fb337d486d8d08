import { spawn } from 'node:child_process';
import { root } from '../setup/say.mjs';

export interface Ended {
  readonly ok: boolean;
  /** Standard output, and standard error where it isn't shown, in the order in which they came. */
  readonly output: string;
}

/**
 * ms of real time: for a command that hangs, which fails. Far more than it takes on a slow machine
 * that does other work too.
 */
const HANG = 60 * 60_000;

export interface CommandOptions {
  /**
   * Its standard error goes straight to the terminal, for what takes long and tells there how far
   * it is.
   */
  readonly show?: boolean;
}

/**
 * Runs one of the installed tools' scripts with this Node, in the repository, with nothing on its
 * standard input.
 */
export function runNode(
  args: readonly string[],
  { show = false }: CommandOptions = {},
): Promise<Ended> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    timeout: HANG,
    stdio: ['ignore', 'pipe', show ? 'inherit' : 'pipe'],
  });
  const output: string[] = [];
  child.stdout?.on('data', (data: Buffer) => output.push(data.toString()));
  child.stderr?.on('data', (data: Buffer) => output.push(data.toString()));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code, signal) => {
      if (signal !== null) output.push(`ended by ${signal}; it has ${HANG / 60_000} minutes\n`);
      resolve({ ok: code === 0, output: output.join('') });
    });
  });
}
