import type { Command } from 'commander';
import { runCommand } from '../../scripts/cli/run-command';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A command line as run.mjs hands it on, in this process: what a process of its own costs is more
 * than what most command lines do. What run.mjs itself does (`--brand`, `--lang`, `--help`, setting
 * up) is not in it.
 *
 * @param env Set while it runs; undefined: taken out.
 */
export async function runInProcess(
  command: Command,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const restores = [
    ...(['stdout', 'stderr'] as const).map((name) => {
      const stream = process[name];
      const write = stream.write;
      stream.write = (text: unknown) => {
        written[name] += String(text);
        return true;
      };
      return () => {
        stream.write = write;
      };
    }),
    ...[['log', 'stdout'] as const, ['error', 'stderr'] as const].map(([method, name]) => {
      const log = console[method];
      console[method] = (text: unknown) => {
        written[name] += `${String(text)}\n`;
      };
      return () => {
        console[method] = log;
      };
    }),
    ...Object.entries(env).map(([name, value]) => {
      const before = process.env[name];
      setVariable(name, value);
      return () => setVariable(name, before);
    }),
  ];
  const before = process.exitCode;
  process.exitCode = 0;
  try {
    // An earlier run has made it the whole name.
    const name = command.name().replace(/^mini-login /, '');
    await runCommand(name, args, command);
    return { code: Number(process.exitCode), ...written };
  } finally {
    process.exitCode = before;
    for (const restore of restores) restore();
  }
}

function setVariable(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
