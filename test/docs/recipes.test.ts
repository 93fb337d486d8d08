import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeClone } from '../support/clone';
import { ROOT, textFiles } from './markdown';
import { type Change, type Edit, held, type Target } from './recipes';

const files = new Map(textFiles());
const page = files.get('docs/architecture.md') ?? '';

/** What a recipe of docs/architecture.md says one has to touch. */
interface Listed {
  /** A path; `*` is one name, or a part of one. */
  readonly path: string;
  /** Marked as a file that the compiler does not name. */
  readonly silent: boolean;
}

const recipes = new Map(
  [...page.matchAll(/^### (an? .+)\n([\s\S]*?)(?=^##)/gm)].map(([, title = '', text = '']) => {
    const steps = text.split('\n').filter((line) => /^\d+\. /.test(line));
    return [title, steps.flatMap(listedIn)] as const;
  }),
);

/**
 * Names without a folder are in that of the path before them. Only what stands before the colon is
 * to be touched.
 */
function listedIn(step: string): readonly Listed[] {
  let folder = '';
  const silent = /^\d+\. ◇/.test(step);
  return [...(step.split(': ')[0] ?? '').matchAll(/`([\w./*-]+\.\w+)`/g)].map(([, name = '']) => {
    if (!name.includes('/')) return { path: `${folder}/${name}`, silent };
    folder = name.slice(0, name.lastIndexOf('/'));
    return { path: name, silent };
  });
}

function matches(path: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.]/g, '\\.'));
  return new RegExp(`^${parts.join('[^/]+')}$`).test(path);
}

test('the recipes are there', () => {
  expect([...recipes.keys()].sort()).toEqual(held.map(({ title }) => title).sort());
});

test('every file that a recipe names is there', () => {
  const missing = [...recipes].flatMap(([title, listed]) =>
    listed
      .filter(({ path }) => ![...files.keys()].some((file) => matches(file, path)))
      .map(({ path }) => `${title}: ${path}`),
  );
  expect(missing).toEqual([]);
});

describe('held to a compiled copy', () => {
  const all = held.flatMap(({ changes }) => changes);
  /** What the compiler says of each target, each message with the lines that explain it. */
  const said = new Map<Target, readonly string[]>();
  let clone: ReturnType<typeof makeClone>;
  beforeAll(() => {
    clone = makeClone();
    // The applied brand, without which nothing that shows a screen compiles.
    for (const folder of ['miniprogram/brand', 'miniprogram/pages/agreement/brand'])
      cpSync(join(ROOT, folder), join(clone.folder, folder), { recursive: true });
    for (const { edits } of all) for (const edit of edits) apply(edit);
    for (const target of new Set(all.flatMap(({ targets }) => targets)))
      said.set(target, compile(target));
  });
  afterAll(() => clone.remove());

  test('each message is of one change, or follows from one in its file', () => {
    for (const messages of said.values()) {
      const named = new Set(messages.filter((one) => ownersOf(one).length === 1).map(fileOf));
      const others = messages.filter((one) => ownersOf(one).length !== 1);
      expect(others.filter((one) => ownersOf(one).length > 1 || !named.has(fileOf(one)))).toEqual(
        [],
      );
    }
  });

  function apply([path, from, to]: Edit): void {
    const file = join(clone.folder, path);
    const text = readFileSync(file, 'utf8');
    const changed = text.replace(from, to);
    expect([path, changed === text]).toEqual([path, false]);
    writeFileSync(file, changed);
  }

  /** One, or none for a message that only follows from others. */
  function ownersOf(message: string): readonly Change[] {
    const marked = all.filter(({ mark }) => mark.test(message));
    const own = marked.filter(({ isShared }) => !isShared);
    return own.length > 0 ? own : marked;
  }

  const fileOf = (message: string) => /^(\S+?)\(\d+,\d+\): error/.exec(message)?.[1] ?? message;

  /** The files that the compiler names when this change is made. */
  function namedBy(change: Change): readonly string[] {
    return change.targets
      .flatMap((target) => said.get(target) ?? [])
      .filter((message) => ownersOf(message).includes(change))
      .map(fileOf);
  }

  function compile({ folder, include, exclude }: Target): readonly string[] {
    const config = join(clone.folder, folder, 'tsconfig.recipes.json');
    writeFileSync(config, JSON.stringify({ extends: './tsconfig.json', include, exclude }));
    const program = join(ROOT, 'node_modules/typescript/bin/tsc');
    const args = [program, '-p', config, '--pretty', 'false', '--checkers', '1'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: clone.folder, encoding: 'utf8' });
    return stdout.split(/\n(?=\S)/).filter((message) => message.trim() !== '');
  }

  /** Generated, or a test that knows the example; the conformance rows are a step. */
  const isNoStep = (path: string) =>
    path.startsWith('miniprogram/brand/') ||
    (path.startsWith('test/') && !path.includes('/automator/conformance'));

  describe.each(held)('$title', ({ title, changes, example, elsewhere, instead = {} }) => {
    const listed = recipes.get(title) ?? [];
    let named: ReadonlySet<string>;
    beforeAll(() => {
      const touched = changes.flatMap(({ edits }) => edits.map(([path]) => path));
      const complaining = changes.flatMap(namedBy).filter((path) => !isNoStep(path));
      named = new Set([...touched, ...complaining.map((path) => instead[path] ?? path)]);
    });

    test('lists each file that the compiler names', () => {
      const missing = [...named].filter((path) => !listed.some((one) => matches(path, one.path)));
      expect(missing).toEqual([]);
    });

    test('lists no other file, but with a ◇', () => {
      const isNamed = ({ path }: Listed) => [...named].some((file) => matches(file, path));
      const shown = listed.filter(({ silent }) => !silent);
      expect(shown.filter((one) => !isNamed(one))).toEqual([]);
      expect(listed.filter((one) => one.silent && isNamed(one))).toEqual([]);
    });

    test('marks with a ◇ files of which one knows the example; no file outside knows it', () => {
      const known = [...files]
        .filter(([path, text]) => !isNotSearched(path) && example.test(withoutComments(text)))
        .map(([path]) => path);
      const silent = listed.filter((one) => one.silent);
      expect(silent.some(({ path }) => known.some((file) => matches(file, path)))).toBe(true);
      if (elsewhere === undefined) return;
      const others = known.filter((path) => !listed.some((one) => matches(path, one.path)));
      expect(others).toEqual(Object.keys(elsewhere));
    });
  });
});

function isNotSearched(path: string): boolean {
  return (
    path.startsWith('test/') ||
    path.startsWith('miniprogram/brand/') ||
    path === 'docs/architecture.md'
  );
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
