import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commands } from '../../scripts/cli/table.mjs';
import { ROOT, textFiles } from '../docs/markdown';
import { makeClone } from '../support/clone';

/**
 * How each command is run from a fresh clone, briefly. `in`: the test that runs it already; `not`:
 * why none does.
 */
type Run =
  | { readonly args: readonly string[]; readonly same?: string }
  | { readonly in: string }
  | { readonly not: string };

const runs: Readonly<Record<string, Run>> = {
  start: { in: 'test/cli/start.test.ts' },
  test: { not: 'it runs this test' },
  journey: { in: 'test/journeys/command.test.ts' },
  sandbox: { in: 'test/cli/signals.test.ts' },
  brand: { in: 'test/brand/create.test.ts' },
  doctor: { in: 'test/deploy/command.test.ts' },
  keys: { in: 'test/deploy/encrypted-keys.test.ts' },
  preview: { in: 'test/deploy/upload-command.test.ts' },
  upload: { in: 'test/deploy/upload-command.test.ts' },
  status: { in: 'test/deploy/platform/status.test.ts' },
  fix: { not: 'Biome alone, which the check of lint runs too' },
  prove: { args: ['--runs', '50'] },
  mutate: { not: 'minutes of work; what it is made of is tested in test/prove' },
  probe: { args: ['--build'] },
  bench: { args: ['--rounds', '1', '--only', 'page'] },
  // A picture; all of them, and the other brands: test/deploy/shipped, test/screens/other-brands.
  screens: { args: ['--compare', '--lang', 'en', '--look', '430'] },
  pictures: { args: ['--out', 'out/pictures', '--lang', 'en', '--theme', 'light'] },
  compile: { in: 'test/deploy/command.test.ts' },
  backend: { in: 'test/cli/backend.test.ts' },
  site: { args: ['--check'] },
  flow: { args: [], same: 'docs/flow.md' },
  vectors: { args: [], same: 'kits/vectors/answers.json' },
  seal: { args: [], same: 'miniprogram/packages/seal/noble.js' },
  survey: { in: 'test/simulator/survey.browser.test.ts' },
};

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test('every command has a row', () => {
  expect(Object.keys(runs).sort()).toEqual(commands.map(({ name }) => name).sort());
});

test('a test that is named runs the command', () => {
  for (const [name, run] of Object.entries(runs))
    if ('in' in run) expect([name, read(run.in).includes(name)]).toEqual([name, true]);
});

test('documents name no command that is not there', () => {
  const { workspaces } = JSON.parse(read('package.json'));
  const ofPackages = (workspaces as string[]).flatMap((folder) =>
    Object.keys(JSON.parse(read(`${folder}/package.json`)).scripts ?? {}),
  );
  const plain = new Set([
    ...commands.filter(({ dev }) => dev !== true).map(({ name }) => name),
    ...ofPackages,
  ]);
  const dev = new Set(commands.filter((command) => command.dev === true).map(({ name }) => name));
  const unknown = textFiles()
    .filter(([path]) => path.endsWith('.md') || path.endsWith('.yml'))
    .flatMap(([path, text]) =>
      [
        ...text.matchAll(/\bnpm run (?:-s )?([a-z][\w:-]*)(?: (?:-- )?([a-z]\w*))?/g),
        ...text.matchAll(/\b(?:npx )?mini-login (?!<)([a-z]\w*)(?: ([a-z]\w*))?(?=[`\s])/g),
      ]
        .filter(([, name = '', next]) =>
          name === 'dev' ? next !== undefined && !dev.has(next) : !plain.has(name),
        )
        .filter(([whole]) => whole.startsWith('n'))
        .map(([whole]) => `${path}: ${whole}`),
    );
  expect(unknown).toEqual([]);
});

describe('from a fresh clone', () => {
  let clone: ReturnType<typeof makeClone>;
  beforeAll(() => {
    clone = makeClone();
  });
  afterAll(() => clone.remove());

  const brief = Object.entries(runs).flatMap(([name, run]) =>
    'args' in run ? [{ name, ...run }] : [],
  );

  test.each(brief)('$name works', async ({ name, args, same }) => {
    const isDev = commands.some((command) => command.name === name && command.dev === true);
    const words = ['scripts/cli/run.mjs', ...(isDev ? ['dev'] : []), name, ...args];
    const { code, output } = await run(words, clone.folder);
    expect([code, output]).toEqual([0, expect.anything()]);
    if (same === undefined) return;
    expect(existsSync(join(clone.folder, same))).toBe(true);
    expect(readFileSync(join(clone.folder, same), 'utf8')).toBe(read(same));
  });

  test('a source that has changed counts from the next start on, and errors name it', async () => {
    const source = join(clone.folder, 'scripts/prove/flow/page.ts');
    const kept = readFileSync(source, 'utf8');
    // It has run above.
    const flow = ['scripts/cli/run.mjs', 'dev', 'flow'];
    writeFileSync(source, `${kept}throw new Error('changed');\n`);
    const { code, output } = await run(flow, clone.folder);
    writeFileSync(source, kept);
    const line = kept.split('\n').length;
    expect([code, output]).toEqual([
      1,
      expect.stringContaining(`scripts/prove/flow/page.ts:${line}`),
    ]);
    expect(await run(flow, clone.folder)).toMatchObject({ code: 0 });
  });
});

function run(args: readonly string[], cwd: string) {
  return new Promise<{ readonly code: unknown; readonly output: string }>((resolve) =>
    execFile(process.execPath, args, { cwd, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, output: stdout + stderr }),
    ),
  );
}
