import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { git, runGit } from '@mini-login/platform/git';
import { withSlashes } from '@mini-login/platform/paths';
import { root } from '../setup/say.mjs';

/** What a change can reach. */
export interface Reach {
  /** Files whose importers Jest finds by itself. */
  readonly sources: readonly string[];
  /** Tests that reach a file in another way than by importing it. */
  readonly tests: readonly string[];
}

export interface TestFile {
  readonly path: string;
  readonly text: string;
}

/** How tests use files without importing them. The first row that fits a changed file counts. */
const uses: readonly { readonly changed: RegExp; readonly tests: RegExp | 'all' | 'folder' }[] = [
  // What decides about all of them.
  { changed: /^(?:package(?:-lock)?\.json|jest\.config\.mjs|tsconfig\.json)$/, tests: 'all' },
  { changed: /^(?:test\/(?:setup|support)|scripts\/setup)\//, tests: 'all' },
  {
    changed: /^(?:docs\/|kits\/.*\.md$|\.(?:github|vscode|devcontainer)\/|[^/]+\.(?:md|jsonc?)$)/,
    tests: /^test\/(?:docs|brand|contract|sandbox)\//,
  },
  { changed: /^.*\.md$/, tests: /^test\/docs\// },
  { changed: /^scripts\/cli\/.*\.json$/, tests: /^test\/cli\// },
  { changed: /^brands\//, tests: /^test\/(?:brand|deploy|doctor|journeys|screens|workbench)\// },
  { changed: /^test\/.*\/(?:fixtures|baselines|golden)\//, tests: 'folder' },
  {
    changed: /^miniprogram\/.*(?<!\.ts)$/,
    tests: /^test\/(?:deploy|doctor|journeys|screens|workbench|docs)\//,
  },
  { changed: /^(?:scripts|kits)\/.*\.css$/, tests: /\.browser\.test\.ts$/ },
];

const seesSources =
  /run\.mjs|cliPath|fork\(|textFiles|forkScript|compileProgram|composeProject|cpSync/;

/** Null: everything. */
export function reachOf(changed: readonly string[], tests: readonly TestFile[]): Reach | null {
  const each = changed.map((path) => reachOfFile(path, tests));
  if (each.includes(null)) return null;
  return {
    sources: each.flatMap((reach) => reach?.sources ?? []),
    tests: [...new Set(each.flatMap((reach) => reach?.tests ?? []))].sort(),
  };
}

function reachOfFile(path: string, tests: readonly TestFile[]): Reach | null {
  const where = (isReached: (test: TestFile) => boolean) =>
    tests.filter(isReached).map((test) => test.path);
  const use = uses.find(({ changed }) => changed.test(path))?.tests;
  if (use === 'all') return null;
  if (use === 'folder') {
    const folder = `${path.split('/').slice(0, 2).join('/')}/`;
    return { sources: [], tests: where((test) => test.path.startsWith(folder)) };
  }
  if (use !== undefined) return { sources: [], tests: where((test) => use.test(test.path)) };
  if (!/\.(?:ts|tsx|mjs|cjs|js)$/.test(path)) return null;
  return { sources: [path], tests: path.startsWith('test/') ? [] : where(seesEverySource) };
}

/** It starts a command, reads the sources as text, or holds the import table or the targets. */
function seesEverySource({ path, text }: TestFile): boolean {
  return seesSources.test(text) || /^test\/[^/]+$/.test(path);
}

/** Against where this branch left `main`: what was committed, changed and added since. */
export function changedFiles(): readonly string[] {
  const list = (...args: string[]) => git(root, args).split('\0').filter(Boolean);
  const [base = 'HEAD'] = mergeBase();
  return [
    ...new Set([
      ...list('diff', '--name-only', '-z', '--no-renames', base),
      ...list('ls-files', '--others', '--exclude-standard', '-z'),
    ]),
  ].sort();
}

function mergeBase(): string[] {
  for (const main of ['origin/main', 'main']) {
    const { status, stdout } = runGit(root, ['merge-base', 'HEAD', main]);
    if (status === 0) return [stdout.trim()];
  }
  return [];
}

export function allTests(): readonly TestFile[] {
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((path) => `test/${withSlashes(path)}`)
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
