import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ROOT, textFiles } from './markdown';

const files = new Map(textFiles());
const page = files.get('docs/architecture.md') ?? '';

/**
 * What docs/architecture.md says one has to touch: the numbered steps of each "I want to add ...".
 */
const recipes = new Map(
  [...page.matchAll(/^### (an? .+)\n([\s\S]*?)(?=^##)/gm)].map(([, title = '', text = '']) => {
    const steps = text.split('\n').filter((line) => /^\d+\. /.test(line));
    return [title, steps.flatMap(pathsOf)] as const;
  }),
);

/**
 * Names without a folder lie beside the path before them. Only what stands before the colon is to
 * be touched.
 */
function pathsOf(step: string): readonly string[] {
  let folder = '';
  return [...(step.split(': ')[0] ?? '').matchAll(/`([\w./*-]+\.\w+)`/g)].map(([, name = '']) => {
    if (!name.includes('/')) return `${folder}/${name}`;
    folder = name.slice(0, name.lastIndexOf('/'));
    return name;
  });
}

function isListed(path: string, listed: readonly string[]): boolean {
  return listed.some((pattern) => matches(path, pattern));
}

/** `*` is one name, or a part of one. */
function matches(path: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.]/g, '\\.'));
  return new RegExp(`^${parts.join('[^/]+')}$`).test(path);
}

interface Recipe {
  readonly title: string;
  /** What the example is called in code. */
  readonly example: RegExp;
  /** Where it must not be known outside of the list. */
  readonly rooms: readonly string[];
  /** The most files that one addition may touch. */
  readonly most: number;
}

const held: readonly Recipe[] = [
  { title: 'a wx API', example: /\bgetNetworkType\b/, rooms: ['scripts/simulator/'], most: 2 },
  {
    title: 'a built-in component',
    example: /\brich-?text\b/i,
    rooms: ['scripts/simulator/'],
    most: 4,
  },
  {
    title: 'a failure code',
    example: /\bphone_quota\b/,
    rooms: ['miniprogram/', 'scripts/'],
    most: 4,
  },
  {
    title: 'a launch parameter',
    example: /\bnonce\b/,
    rooms: ['miniprogram/login/', 'scripts/prove/launches'],
    most: 5,
  },
  {
    title: 'a language',
    example: /\bja\b(?!-)/,
    rooms: ['miniprogram/login/brand.ts', 'scripts/brand/', 'scripts/journey/'],
    most: 14,
  },
  {
    title: 'an automator method',
    example: /\bgetWindowProperties\b/,
    rooms: ['scripts/'],
    most: 1,
  },
  {
    title: 'a brand field',
    example: /\bbusinessDomains\b/,
    rooms: ['miniprogram/login/brand.ts', 'scripts/brand/', 'scripts/prove/', 'brands/demo/'],
    most: 7,
  },
];

test('the recipes are there', () => {
  expect([...recipes.keys()].sort()).toEqual(held.map(({ title }) => title).sort());
});

test('every file that a recipe names is there', () => {
  const missing = [...recipes].flatMap(([title, paths]) =>
    paths
      .filter((path) =>
        path.includes('*')
          ? ![...files.keys()].some((file) => matches(file, path))
          : !existsSync(join(ROOT, path)),
      )
      .map((path) => `${title}: ${path}`),
  );
  expect(missing).toEqual([]);
});

describe.each(held)('$title', ({ title, example, rooms, most }) => {
  const listed = recipes.get(title) ?? [];
  const knowing = [...files]
    .filter(
      ([path, text]) =>
        rooms.some((room) => path.startsWith(room)) &&
        !isGenerated(path) &&
        example.test(withoutComments(text)),
    )
    .map(([path]) => path);

  test('is known to the files of its recipe alone', () => {
    expect(knowing.length).toBeGreaterThan(0);
    expect(knowing.filter((path) => !isListed(path, listed))).toEqual([]);
  });

  test(`touches at most ${most} files`, () => {
    expect(knowing.length).toBeLessThanOrEqual(most);
    expect(listed.length).toBeLessThanOrEqual(most + 3);
  });
});

/** Made by a command, not by hand. */
function isGenerated(path: string): boolean {
  return /(^|\/)brand\/(?!.*schema)/.test(path) && path.startsWith('miniprogram/');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
