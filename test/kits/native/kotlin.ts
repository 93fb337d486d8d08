import { execFile, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runNpm } from '@mini-login/platform/npm';

const root = join(import.meta.dirname, '../../..');
/** Outlives `npm ci` of the repository, and is not in git. */
const toolchain = join(root, 'out/kotlin-toolchain');
const library = join(toolchain, 'node_modules/kotlin-compiler/lib');
const jar = (name: string) => join(library, `${name}.jar`);

/**
 * Of a machine that runs for seconds: the compiler that makes fast code of what runs for long, and
 * collectors for many cores, take more time than they save.
 */
const shortLived = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto'];

/** Why Kotlin can't be compiled here; null: it can. Fetches the compiler, 90 MB, the first time. */
export function whyNotKotlin(): string | null {
  if (spawnSync('java', ['-version']).status !== 0)
    return 'there is no java (Debian: default-jdk-headless)';
  if (existsSync(jar('kotlin-compiler'))) return null;
  mkdirSync(toolchain, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    cpSync(join(root, 'kits/kotlin/toolchain', file), join(toolchain, file));
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--workspaces=false'];
  const { status, stderr } = runNpm(toolchain, args);
  return status === 0 ? null : `the compiler could not be fetched: ${String(stderr).slice(-300)}`;
}

/**
 * Compiles folders to a jar.
 *
 * @throws with what the compiler says.
 */
export function compileKotlin(folders: readonly string[], output: string): void {
  const own = ['kotlin-compiler', 'kotlin-stdlib', 'kotlin-script-runtime', 'kotlin-reflect'];
  const compilerPath = [...own, 'annotations-13.0', 'kotlinx-coroutines-core-jvm'].map(jar);
  const { status, stderr } = spawnSync(
    'java',
    [
      ...[...shortLived, '-Xmx700m', '-cp', compilerPath.join(delimiter)],
      'org.jetbrains.kotlin.cli.jvm.K2JVMCompiler',
      ...['-no-stdlib', '-no-reflect', '-jvm-target', '17', '-Werror'],
      ...['-cp', jar('kotlin-stdlib'), '-d', output],
      ...folders.map((folder) => join(root, 'kits/kotlin', folder)),
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
}

/** What a program of such a jar writes, line by line. */
export function runKotlin(program: string, output: string, input: string): string[] {
  const { stdout, stderr, status } = spawnSync(
    'java',
    [...shortLived, '-cp', [output, jar('kotlin-stdlib')].join(delimiter), program],
    { input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split('\n');
}

/** The same, while this process goes on: for a program that asks a server here. */
export function runKotlinMeanwhile(
  program: string,
  output: string,
  input: string,
): Promise<string[]> {
  const path = [output, jar('kotlin-stdlib')].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = execFile(
      'java',
      [...shortLived, '-cp', path, program],
      (error, stdout, stderr) => {
        if (error) reject(new Error(stderr, { cause: error }));
        else resolve(stdout.trim().split('\n'));
      },
    );
    child.stdin?.end(input);
  });
}
