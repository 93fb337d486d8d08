import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { pickText } from '@mini-login/platform/language';
import { withSlashes } from '@mini-login/platform/paths';
import { endGroupOf, ownGroup } from '@mini-login/platform/processes';

/** The Jest of a folder. */
export interface Jest {
  readonly folder: string;
  /** Its command. */
  readonly bin: string;
  /** What it runs each file with. */
  readonly runner: string;
  readonly version: string;
}

/** @throws When there is none. */
export function findJest(folder: string): Jest {
  const from = createRequire(join(folder, 'package.json'));
  let manifest: string;
  try {
    manifest = from.resolve('jest/package.json');
  } catch (cause) {
    const why = pickText(
      `${folder} has no Jest: npm install --save-dev jest`,
      `${folder} 没有 Jest：npm install --save-dev jest`,
    );
    throw new Error(why, { cause });
  }
  const { version, bin } = from(manifest);
  const file = typeof bin === 'string' ? bin : bin.jest;
  // Where packages lie apart, each sees what it declares alone.
  const runner = ['@jest/core', 'jest-config', 'jest-circus/runner'].reduce(
    (at, name) => createRequire(at).resolve(name),
    manifest,
  );
  return { folder, version, bin: join(dirname(manifest), file), runner };
}

/** What UI mode does without: it decides itself what runs again, and when. */
const refused =
  /^--(?:watch|watchAll|listTests|testRunner|filter|runTestsByPath|init|showConfig)(?:=|$)/;

/** @throws For what can't go together. */
export function checkJestArguments(args: readonly string[]): void {
  const found = args.find((arg) => refused.test(arg));
  if (found !== undefined)
    throw new Error(
      pickText(`${found} and --ui don't go together`, `${found} 不能与 --ui 一起使用`),
    );
}

/**
 * The test files that these arguments choose, from the folder.
 *
 * @throws With what Jest says, and when there are none.
 */
export async function listTestFiles(
  jest: Jest,
  args: readonly string[],
): Promise<readonly string[]> {
  let [out, said] = ['', ''];
  const child = start(jest, ['--listTests', '--json', ...args], {});
  child.stdout?.on('data', (text: string) => {
    out += text;
  });
  child.stderr?.on('data', (text: string) => {
    said += text;
  });
  const { code } = await ended(child);
  if (code !== 0)
    throw new Error(
      said.trim() || pickText(`Jest ended with ${code}`, `Jest 已结束，退出码 ${code}`),
    );
  const paths = listIn(out);
  if (paths.length === 0)
    throw new Error(
      pickText(`Jest finds no tests in ${jest.folder}`, `Jest 在 ${jest.folder} 没有找到测试`) +
        (args.length > 0 ? pickText(` (${args.join(' ')})`, `（${args.join(' ')}）`) : ''),
    );
  return paths.map((path) => withSlashes(relative(jest.folder, path))).sort();
}

/** The one line that is Jest's: a configuration may print what it likes. */
function listIn(out: string): readonly string[] {
  for (const line of out.split('\n').reverse()) {
    if (!line.startsWith('[')) continue;
    try {
      const list: unknown = JSON.parse(line);
      if (Array.isArray(list)) return list.map(String);
    } catch {
      // Another's, `[dotenv] ...` for one.
    }
  }
  return [];
}

/** How it has ended; without both it did not start. */
export interface JestEnd {
  readonly code: number | null;
  readonly signal: string | null;
}

export interface JestRun {
  /** Resolves when it has ended. */
  readonly over: Promise<JestEnd>;
  /** With all that it started. */
  stop(): void;
}

export interface RunOptions {
  /** Where UI mode's server is asked by what runs in Jest. */
  readonly url: string;
  readonly onOutput: (text: string) => void;
}

/** Runs what the server's plan says. */
export function runJest(
  jest: Jest,
  args: readonly string[],
  { url, onOutput }: RunOptions,
): JestRun {
  const here = import.meta.dirname;
  const isAlone = args.some((arg) => /^(?:-i|-w\d*|--runInBand|--maxWorkers)(?:=|$)/.test(arg));
  const child = start(
    jest,
    [
      '--passWithNoTests',
      // A report of a run that a person plays with would take the place of the last real one.
      ...['--reporters', 'default'],
      // One phone at a time: that is what is looked at.
      ...(isAlone ? [] : ['--maxWorkers=1']),
      ...['--testRunner', join(here, 'jest-runner.mjs'), '--filter', join(here, 'jest-filter.cjs')],
      ...args,
    ],
    { url, runner: jest.runner, filtersObjects: Number.parseInt(jest.version, 10) < 30 },
  );
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: string) => onOutput(stripVTControlCharacters(text)));
  return { over: ended(child), stop: () => endGroupOf(child) };
}

function start({ bin, folder }: Jest, args: readonly string[], settings: object): ChildProcess {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    env: { ...process.env, SIMULATOR_UI: JSON.stringify(settings), FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...ownGroup,
  });
  child.stdout?.setEncoding('utf8');
  child.stderr?.setEncoding('utf8');
  return child;
}

function ended(child: ChildProcess): Promise<JestEnd> {
  return new Promise((done) => {
    child.once('error', () => done({ code: null, signal: null }));
    child.once('close', (code, signal) => done({ code, signal }));
  });
}
