import { dirname } from 'node:path';
import { expect, test } from '@jest/globals';
import { textFiles } from '../docs/markdown';

/** Folders by the name of a type that they export, where there are three or more. */
function sharedNames(files: readonly (readonly [path: string, text: string])[]) {
  const folders = new Map<string, Set<string>>();
  for (const [path, text] of files) {
    for (const [, name = ''] of text.matchAll(
      /^export (?:declare )?(?:abstract )?(?:interface|type|class|enum) (\w+)/gm,
    )) {
      folders.set(name, (folders.get(name) ?? new Set()).add(dirname(path)));
    }
  }
  return [...folders]
    .filter(([, found]) => found.size > 2)
    .map(([name, found]) => `${name}: ${[...found].join(', ')}`);
}

test('a name of a type is exported by two folders at most: the third says what it is', () => {
  const files = textFiles().filter(
    ([path]) => /\.tsx?$/.test(path) && !/\.d\.ts$|\/fixtures\//.test(path),
  );
  expect(files.length).toBeGreaterThan(500);
  expect(sharedNames(files)).toEqual([]);
});

test('a third folder is named', () => {
  const texts = ['export interface Answer {', 'export type Answer =', 'export class Answer {'];
  const files = texts.map((text, index) => [`folder${index}/a.ts`, text] as const);
  expect(sharedNames(files)).toEqual(['Answer: folder0, folder1, folder2']);
  expect(sharedNames(files.slice(1))).toEqual([]);
});
