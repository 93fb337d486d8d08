import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import packageJson from '../../package.json';
import { commands } from '../../scripts/cli/table.mjs';

const root = join(import.meta.dirname, '../..');
const names = commands.map(({ name }) => name);

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function node(args: readonly string[], cwd = root, env = process.env): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd, env, maxBuffer: 2 ** 26 };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

const cli = (...args: string[]) => node(['scripts/cli/run.mjs', ...args]);

describe('where nothing is installed', () => {
  function bare(): string {
    const folder = mkdtempSync(join(tmpdir(), 'mini-login-bare-'));
    const scripts = ['cli', 'messages', 'platform', 'setup'].map((name) => `scripts/${name}`);
    for (const path of ['package.json', ...scripts]) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      cpSync(join(root, path), join(folder, path), { recursive: true });
    }
    return folder;
  }

  test('--help lists every command, and each has its own; nothing is installed', async () => {
    const folder = bare();
    try {
      const before = readdirSync(folder, { recursive: true }).sort();
      const all = await node(['scripts/cli/run.mjs', '--help'], folder);
      expect([all.code, all.stderr]).toEqual([0, '']);
      for (const name of names) expect(all.stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
      const chosen = await choose(folder, [
        ...names.map((name) => [name, '--help']),
        ['help', 'dev'],
      ]);
      expect(chosen.pop()).toEqual({ say: expect.stringContaining('\n  prove '), code: 0 });
      const speaking = commands.filter(({ speaks }) => speaks === true).map(({ name }) => name);
      for (const name of speaking)
        expect(all.stdout.replace(/\s+/g, ' ')).toMatch(
          new RegExp(`in which language [^.]*\\b${name}\\b[^.]* speak; else the system decides`),
        );
      for (const [index, name] of names.entries())
        expect(chosen[index]).toEqual({
          say: expect.stringMatching(new RegExp(`^Usage: mini-login ${name} `)),
          code: 0,
        });
      expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  const slips = [
    [['dev', 'porve'], 'Did you mean prove?'],
    [['zzzzzz'], "unknown command 'zzzzzz'"],
    [['--jurney'], "unknown option '--jurney'"],
    [['dev', 'journey'], 'npm run journey'],
    [['jurney', '--lang', 'zh'], '错误：没有这个命令：jurney\n（是不是 journey？）'],
    [['--lang=zh'], '没有这个选项'],
    [[], 'Usage: mini-login'],
  ] as const;

  test('what is no command is refused with 2, on stderr', async () => {
    const folder = bare();
    try {
      const { code, stdout, stderr } = await node(['scripts/cli/run.mjs', 'jurney'], folder);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('Did you mean journey?');
      const chosen = await choose(
        folder,
        slips.map(([args]) => args),
      );
      expect(chosen).toEqual(
        slips.map(([, words]) => ({ say: expect.stringContaining(words), code: 2 })),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  /** What run.mjs there is told to say of each, in one process. */
  async function choose(folder: string, lines: readonly (readonly string[])[]): Promise<unknown[]> {
    const source = [
      "const { choose } = await import('./scripts/cli/choose.mjs');",
      'console.log(JSON.stringify(JSON.parse(process.argv[1]).map((line) => choose(line))));',
    ].join('\n');
    const args = ['--input-type=module', '-e', source, JSON.stringify(lines)];
    const { stdout, stderr } = await node(args, folder);
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  }
});

/** What test/cli/every-command.ts says, in this language. */
async function everyCommand(language: string, lines: readonly (readonly string[])[]) {
  const args = ['--import', 'tsx', 'test/cli/every-command.ts', JSON.stringify(lines)];
  const { code, stdout, stderr } = await node(args, root, {
    ...{ ...process.env, MINI_LOGIN_LANG: language },
  });
  expect([code, stderr]).toEqual([0, '']);
  const said: {
    ended: { code: number; stderr: string }[];
    options: object;
    help: string;
  } = JSON.parse(stdout);
  return said;
}

const wrongUsage = [
  [['brand', 'chekc'], 'Did you mean check?'],
  [['brand', 'tehouse'], 'Did you mean teahouse?'],
  [['brand', 'check', 'dmo'], 'Did you mean demo?'],
  [['brand', 'diff', 'demo', 'tehouse'], 'Did you mean teahouse?'],
  [['brand', 'words', 'dmo'], 'Did you mean demo?'],
  [['doctor', 'dmo'], 'Did you mean demo?'],
  [['preview', 'dmo'], 'Did you mean demo?'],
  [['upload', 'demo', 'dmo', '--dry-run'], 'Did you mean demo?'],
  [['status', 'dmo'], 'Did you mean demo?'],
  [['test', '--only', 'typs'], 'Did you mean types?'],
  [['sandbox', '--port', 'x'], '65535'],
  [['seal', 'more'], 'too many arguments'],
  [['screens', '--look', '375x812'], 'There is no "375x812"; there are 320-light,'],
  [['screens', '--lang', 'zh'], 'there are zh-CN, zh-TW, en and ja'],
] as const;

test('every command refuses what it does not have, and its help is as commander has it', async () => {
  const { ended, options, help } = await everyCommand(
    'en',
    wrongUsage.map(([line]) => line),
  );
  expect(options).toEqual(
    Object.fromEntries(names.map((name) => [name, 'commander.unknownOption'])),
  );
  // Written by: npm run fix
  expect(readFileSync(join(root, 'scripts/cli/help.json'), 'utf8')).toBe(help);
  expect(ended).toEqual(
    wrongUsage.map(([, words]) => ({ code: 2, stderr: expect.stringContaining(words) })),
  );
});

test('a brand that --brand names is there, and it names one', async () => {
  const brand = (...args: readonly string[]) => node(['scripts/cli/run.mjs', ...args], root);
  const ended = await Promise.all([
    brand('brand', 'list', '--brand', 'dmo'),
    brand('start', '--brand'),
    brand('doctor', '--lang', 'zh', '--brand', '--online'),
  ]);
  expect(ended).toEqual([
    { code: 2, stdout: '', stderr: expect.stringContaining('(Did you mean demo?)') },
    { code: 2, stdout: '', stderr: "error: option '--brand <name>' argument missing\n" },
    { code: 2, stdout: '', stderr: '错误：选项 --brand 缺少值\n' },
  ]);
});

describe('who reads Chinese only', () => {
  const chinese = { ...process.env, MINI_LOGIN_LANG: 'zh' };

  const refused = [
    [['brand', 'chekc'], 'brands/chekc/brand.json: 没有找到'],
    [['doctor', '--onlin'], '错误：没有这个选项：--onlin\n（是不是 --online？）'],
    [['doctor', 'a', 'b'], '错误：参数太多：最多 1 个，给了 2 个。'],
    [['brand', 'diff'], '错误：缺少参数：name'],
    [['upload', '--proxy'], '错误：选项 --proxy <url> 缺少值'],
    [['brand', 'new', 'x', '--colour', 'red'], '错误：--colour <value> 不能是“red”：应为 #rrggbb'],
  ] as const;

  test('finds no English in the help of the commands that speak Chinese, and in refusals', async () => {
    const { ended, help } = await everyCommand(
      'zh',
      refused.map(([line]) => line),
    );
    expect(readFileSync(join(root, 'scripts/cli/help.zh.json'), 'utf8')).toBe(help);
    const texts: Readonly<Record<string, string>> = JSON.parse(help);
    const speaking = commands.filter(({ speaks }) => speaks === true).map(({ name }) => name);
    expect(Object.keys(texts)).toEqual(expect.arrayContaining(speaking));
    for (const text of Object.values(texts)) {
      // Commands, file names, values and names are no English sentences.
      expect(text).not.toMatch(/\b(?:the|and|of|with|is|are|only|when|default|display|Usage)\b/);
      expect(text).toMatch(/^用法：/);
    }
    expect(ended).toEqual(
      refused.map(([, words]) => ({ code: 2, stderr: expect.stringContaining(words) })),
    );
    for (const { stderr } of ended) expect(stderr).not.toMatch(/error|invalid|says what there is/);
  });

  test('gets it by the language of the system or by --lang, with nothing installed', async () => {
    const asked = await node(['scripts/cli/run.mjs', 'upload', '--help'], root, chinese);
    const named = await cli('upload', '--help', '--lang', 'zh');
    expect(named.stdout).toBe(asked.stdout);
    expect(named.stdout).toContain('只编译、检查和报告，什么都不发送');
    expect((await cli('upload', '--help', '--lang=en')).stdout).toContain('send nothing');
    // A command of the project's own speaks English alone.
    expect((await node(['scripts/cli/run.mjs', 'fix', '--help'], root, chinese)).stdout).toMatch(
      /^Usage: /,
    );
  });
});

test('wrong usage ends a process with 2', async () => {
  const { code, stderr } = await cli('journey', '--persn', 'new');
  expect(stderr).toContain('--person');
  expect(code).toBe(2);
});

test('the scripts of package.json are these, each runs the one command, and the bin is it', () => {
  const main = commands.filter(({ dev }) => dev !== true).map(({ name }) => name);
  expect(main).toEqual(
    ...[
      [
        'start',
        'test',
        'journey',
        'sandbox',
        'brand',
        'doctor',
        'preview',
        'keys',
        'upload',
        'status',
        'fix',
      ],
    ],
  );
  expect(packageJson.scripts).toEqual(
    Object.fromEntries([...main, 'dev'].map((name) => [name, `node scripts/cli/run.mjs ${name}`])),
  );
  expect(packageJson.bin).toEqual({ 'mini-login': 'scripts/cli/run.mjs' });
});

test('every command has a file, and every file a command', () => {
  const fileOf = (folder: string) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => name.replace('.ts', ''));
  const notCommands = ['conform', 'progress', 'run-command', 'runner', 'write-help'];
  const files = [...fileOf('scripts/cli'), ...fileOf('scripts/cli/dev')];
  expect(files.filter((name) => !notCommands.includes(name)).sort()).toEqual([...names].sort());
});

test('a command with another brand leaves the applied one alone', async () => {
  const before = sharedBrand();
  const { code, stdout } = await cli('journey', '--json', '--brand', 'teahouse');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ ok: true });
  expect(sharedBrand()).toBe(before);
});

/** What `miniprogram/brand/` and the AppID are: everything that only `brand` may write. */
function sharedBrand(): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(join(root, 'miniprogram/brand')).sort())
    hash.update(entry).update(readFileSync(join(root, 'miniprogram/brand', entry)));
  return hash.update(readFileSync(join(root, 'project.private.config.json'))).digest('hex');
}

test('a reader that closes the pipe early ends nothing, and hides no failure', async () => {
  const prove = (...args: string[]) =>
    new Promise<[number | null, string]>((resolve) => {
      const child = spawn(
        process.execPath,
        ['scripts/cli/run.mjs', 'dev', 'prove', '--runs', '100', ...args],
        { cwd: root },
      );
      let stderr = '';
      child.stdout.destroy();
      child.stderr.on('data', (chunk) => {
        stderr += chunk;
      });
      child.on('close', (code) => resolve([code, stderr]));
    });
  const [code, stderr] = await prove();
  expect(stderr).not.toMatch(/EPIPE|Unhandled/);
  expect(code).toBe(0);
  expect((await prove('--seed', 'x'))[0]).toBe(2);
});
