import { describe, expect, test } from '@jest/globals';
import { git } from '@mini-login/platform/git';
import { ROOT, textFiles } from '../docs/markdown';

/** What differs between systems, as it is written without a helper. */
interface RawForm {
  readonly what: string;
  readonly form: RegExp;
  /** Has to be refused: that the expression finds something is part of the test. */
  readonly example: string;
  readonly helper: string;
  /** Who may nevertheless, and why. */
  readonly except?: Readonly<Record<string, string>>;
}

const STARTS = String.raw`(?:spawn|spawnSync|execFile|execFileSync|fork|promisify\(execFile\)\)?)\(\s*`;

const forms: readonly RawForm[] = [
  {
    what: 'git, started by name',
    form: new RegExp(`${STARTS}'git'`),
    example: "spawnSync(\n  'git', ['status'])",
    helper: 'git.mjs',
  },
  {
    what: 'npm, started by name: a batch file on Windows',
    form: new RegExp(`${STARTS}'(?:npm|npx)'`),
    example: "execFileSync('npm', ['pack'])",
    helper: 'npm.mjs',
  },
  {
    what: "apt and sudo, which other systems don't have",
    form: /apt-get|apt-cache|\bsudo\b/,
    example: "spawnSync('apt-get', [])",
    helper: 'apt.mjs',
  },
  {
    what: 'a signal by process id',
    form: /\bprocess\.kill\(/,
    example: 'process.kill(pid, 0)',
    helper: 'processes.mjs',
  },
  {
    what: 'a process group: `detached` opens a window on Windows',
    form: /\bdetached: (?:true|process)/,
    example: 'spawn(x, { detached: true })',
    helper: 'processes.mjs',
  },
  {
    what: 'questions to /proc and ps, which not every system answers',
    form: /'\/proc\/|`\/proc\/|'ps'/,
    example: "readFileSync('/proc/self/stat')",
    helper: 'processes.mjs',
    except: {
      'scripts/bench/cpu.ts': 'bench has no figure where the system does not say',
      'scripts/bench/memory.ts': 'bench says that it measures memory on Linux and macOS',
    },
  },
  {
    what: 'the signals that end a process',
    form: /process\.on(?:ce)?\('SIGTERM'/,
    example: "process.on('SIGTERM', end)",
    helper: 'processes.mjs',
    except: {
      'scripts/cli/run.mjs': 'ends with the exit code of a shell, whatever the command does',
    },
  },
  {
    what: "a path's separators",
    form: /split\(sep\)|replaceAll\('\\\\', ?'\/'\)|replace\(\/\\\\\\\\\/g, ?'\/'\)/,
    example: "path.split(sep).join('/')",
    helper: 'paths.mjs',
  },
  {
    what: 'permissions, which Windows ignores',
    form: /\bchmod(?:Sync)?\(|\bmode: 0o/,
    example: 'chmodSync(file, 0o755)',
    helper: 'files.mjs',
  },
  {
    what: 'a symbolic link to a folder, for which Windows wants an administrator',
    form: /\bsymlink(?:Sync)?\(/,
    example: 'symlinkSync(from, to)',
    helper: 'files.mjs',
    except: {
      'test/brand/apply.test.ts': 'a link to a file is what it tests',
      'test/brand/hostile.test.ts': 'a link to a file is what it tests',
      'test/brand/own-code.test.ts': 'a link to a file is what it tests',
      'test/deploy/record.test.ts': 'a link to /dev/full, on Linux alone',
    },
  },
  {
    what: 'the system by its name',
    form: /\bprocess\.platform\b|\bos\.platform\(/,
    example: "process.platform === 'win32'",
    helper: 'processes.mjs',
    except: {
      'scripts/doctor/kept.ts': 'what another system has checked is checked again, whatever it is',
      'scripts/simulator/node/chromium/installed-browser.mjs':
        'where browsers are is a table of systems, and a test is each of them',
      'scripts/simulator/node/chromium/what-to-install.mjs': 'the words differ by system',
      'scripts/simulator/report/jest.mjs': 'a report names the system, whatever it is',
      'test/brand/ask.test.ts': 'a terminal is made with a program that Windows lacks',
      'test/brand/terminal.ts': 'that program has other options on macOS',
      'test/deploy/record.test.ts': 'a full disk can be had on Linux alone',
      'test/deploy/sender.test.ts': 'the beginning of a process is known on Linux and macOS',
      'test/deploy/upload-command.test.ts': 'a terminal is made with a program of Linux',
      'test/workbench/lan.browser.test.ts': 'macOS has one address of its own, Linux many',
      'test/simulator/node/compile/official/wechat-compilers.ts':
        "the compiler's package has a program for each system",
    },
  },
];

const sources = textFiles().filter(
  ([path]) =>
    /^(?:scripts|test|kits|miniprogram)\/.*\.(?:ts|tsx|mjs|cjs|js)$/.test(path) &&
    !path.startsWith('scripts/platform/') &&
    !path.startsWith('test/platform/') &&
    !path.startsWith('test/sandbox/foreign/'),
);

describe.each(forms)('$what', ({ form, example, helper, except = {} }) => {
  test(`stands in scripts/platform/${helper} alone`, () => {
    const raw = sources.filter(([, text]) => form.test(text)).map(([path]) => path);
    expect(raw.filter((path) => !Object.hasOwn(except, path))).toEqual([]);
    expect(Object.keys(except).filter((path) => !raw.includes(path))).toEqual([]);
  });

  test('is found where it is written', () => {
    expect(form.test(example)).toBe(true);
  });
});

test('what begins with #! can also be started on Windows: as a bin of npm, or by a .cmd next to it', () => {
  const paths = new Set(git(ROOT, ['ls-files', '-z']).split('\0'));
  const executables = git(ROOT, ['grep', '-lz', '^#!', '--', ':!*.md', ':!test'])
    .split('\0')
    .filter((path) => path !== '');
  const bins = ['package.json', 'scripts/sandbox/package.json', 'scripts/simulator/build.mjs']
    .flatMap((path) => git(ROOT, ['show', `:${path}`]).match(/"?bin"?: \{[^}]*\}/)?.[0] ?? '')
    .join();
  const hasShim = (path: string) =>
    bins.includes(path.replace('scripts/simulator/', 'lib/')) ||
    bins.includes(path) ||
    paths.has(`${path}.cmd`) ||
    path.endsWith('.sh');
  expect(executables).toContain('scripts/cli/run.mjs');
  expect(executables.filter((path) => !hasShim(path))).toEqual([
    // Runs in the project's own CI, on Linux.
    '.ci/run',
    // Only the official client starts it, which bench measures on Linux.
    'scripts/bench/instant-cli.mjs',
  ]);
});

test('git gives every system the same line endings, but for those that need others', () => {
  const attributes = git(ROOT, ['show', ':.gitattributes']).split('\n');
  expect(attributes).toContain('* text=auto eol=lf');
  expect(attributes).toContain('*.cmd text eol=crlf');
  const crlf = git(ROOT, ['ls-files', '--eol'])
    .split('\n')
    .filter((line) => /^i\/(?:crlf|mixed)/.test(line));
  expect(crlf).toEqual([]);
});
