import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { XMLValidator } from 'fast-xml-parser';
import YAML from 'yaml';
import { z } from 'zod';
import { commands } from '../../../scripts/cli/table.mjs';
import { ROOT } from '../markdown';
import { allBlocks, type Block, blocksOf, nameOf } from './blocks';

const blocks = allBlocks();
const of = (...languages: readonly string[]) =>
  blocks
    .filter(({ language }) => languages.includes(language))
    .map((block) => [nameOf(block), block] as const);

/** No compiler of these is on every machine; the kits' own checks compile what they can. */
const bracketsOnly = ['kotlin', 'java', 'swift', 'dart', 'ruby', 'groovy', 'gradle', 'objc'];
const compiled = ['ts', 'tsx', 'ets', 'json5'];
const parsed = ['js', 'json', 'yaml', 'xml', 'sh', 'bash'];
const plain = ['', 'text', 'console', 'mermaid', 'diff', 'properties', 'http'];

test('every code block is in a language that is checked here', () => {
  expect(blocks.length).toBeGreaterThan(50);
  const known = [...bracketsOnly, ...compiled, ...parsed, ...plain];
  expect(blocks.filter(({ language }) => !known.includes(language)).map(nameOf)).toEqual([]);
});

const development = new Set(commands.filter(({ dev }) => dev === true).map(({ name }) => name));

const ofNpm = ['install', 'ci', 'pack', 'init', 'view', 'link', 'exec', 'publish', 'i'];

/** The commands of this repository that a block names and that are not there. */
function missingCommands(code: string): readonly string[] {
  return code.split('\n').flatMap((line) => {
    const [, name = ''] = /^\s*(?:\w+=\S+ )*npm (?:run (?:-s )?)?([a-z][\w:-]*)/.exec(line) ?? [];
    const [, dev] = /npm run (?:-s )?dev -- ([a-z][\w-]*)/.exec(line) ?? [];
    const [, workspace] = / -w (\S+)/.exec(line) ?? [];
    if (dev !== undefined) return development.has(dev) ? [] : [dev];
    if (name === '' || ofNpm.includes(name)) return [];
    return name in scriptsOf(workspace) ? [] : [name];
  });
}

/** Of the root, or of a workspace. */
function scriptsOf(workspace: string | undefined): Readonly<Record<string, string>> {
  const folder = workspace === undefined ? '.' : join('node_modules', workspace);
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  const scripts = z.object({ scripts: z.record(z.string(), z.string()) }).parse(manifest);
  return scripts.scripts;
}

test.each(of('sh', 'bash', '', 'console', 'text'))(
  '%s names commands that exist',
  (_name, block) => {
    expect(missingCommands(block.code)).toEqual([]);
  },
);

describe.each(of('sh', 'bash'))('%s', (_name, { code }) => {
  test('is what a shell reads', () => {
    const { stderr } = spawnSync('bash', ['-n'], { input: code, encoding: 'utf8' });
    expect(stderr).toBe('');
  });
});

test.each(of('js'))('%s is JavaScript', (_name, { code }) => {
  const input = ['--check', '--input-type=module', '-'];
  expect(spawnSync(process.execPath, input, { input: code, encoding: 'utf8' }).stderr).toBe('');
});

test.each(of('json'))('%s is JSON', (_name, { code }) => {
  expect(() => JSON.parse(code)).not.toThrow();
});

test.each(of('yaml'))('%s is YAML', (_name, { code }) => {
  expect(() => YAML.parse(code)).not.toThrow();
});

test.each(of('xml'))('%s is XML', (_name, { code }) => {
  // A part of a file may have several elements at its top.
  expect(XMLValidator.validate(`<part>${code.replace(/<\?xml.*?\?>/, '')}</part>`)).toBe(true);
});

const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Brackets outside of texts and comments that nothing opens or closes. */
function strayBrackets(code: string): string {
  const bare = code
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '')
    .replace(/(?:\/\/|#).*$/gm, '');
  const open: string[] = [];
  for (const bracket of bare.match(/[()[\]{}]/g) ?? []) {
    const opening = pairs[bracket];
    if (opening === undefined) open.push(bracket);
    else if (open.pop() !== opening) return bracket;
  }
  return open.join('');
}

test.each(of(...bracketsOnly))(
  '%s: its brackets close (it is not compiled here)',
  (_name, block) => {
    expect(strayBrackets(block.code)).toBe('');
  },
);

/** The blocks of a page one after the other, as a reader copies them: into one file, or as named. */
function filesOf(all: readonly Block[]): ReadonlyMap<string, readonly Block[]> {
  const files = new Map<string, Block[]>();
  for (const block of all) {
    const name = `${block.page.replace(/\.md$/, '')}/${block.file ?? 'sample'}.ts`;
    files.set(name, [...(files.get(name) ?? []), block]);
  }
  return files;
}

let folder: string | null = null;
afterAll(() => {
  if (folder !== null) rmSync(folder, { recursive: true });
});

/** What the compiler says of these blocks, each line with its place in the page. */
function compile(all: readonly Block[]): readonly string[] {
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  folder = mkdtempSync(join(ROOT, 'out', 'samples-'));
  const places = new Map<string, readonly string[]>();
  for (const [name, ofFile] of filesOf(all)) {
    const lines = ofFile.flatMap(({ page, line, language, code }) =>
      code
        .replace(/\n$/, '')
        .split('\n')
        .map((text, index, whole) => ({
          text: language === 'json5' ? asExpression(text, index, whole.length) : text,
          place: `${page}:${line + index}`,
        })),
    );
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    const source = lines.map(({ text }) => text).join('\n');
    writeFileSync(path, `${inItsPlace(source, ofFile[0]?.file ?? null)}\nexport {};\n`);
    places.set(
      name,
      lines.map(({ place }) => place),
    );
  }
  const config = {
    extends: '../../tsconfig.json',
    compilerOptions: {
      ...{ lib: ['es2023', 'dom', 'dom.iterable'], types: ['node'], allowJs: true },
      ...{ isolatedModules: false, noUnusedLocals: false, moduleDetection: 'force' },
      paths: { mini_login: ['../../kits/harmonyos/library/index.ts'] },
    },
    include: ['.', '../../test/docs/samples/declarations', '../../kits/harmonyos/declarations'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(
    process.execPath,
    [tsc, '-p', folder, '--pretty', 'false', '--checkers', '1'],
    {
      encoding: 'utf8',
      cwd: folder,
    },
  );
  return stdout
    .split('\n')
    .filter((line) => /error TS/.test(line))
    .map((line) => {
      const [, file = '', number = '', what = line] = /^(.*?)\((\d+),\d+\): (.*)$/.exec(line) ?? [];
      return `${places.get(relative('.', file))?.[Number(number) - 1] ?? file} ${what}`;
    });
}

/** What a file that the reader saves in this repository imports from next to it. */
function inItsPlace(source: string, file: string | null): string {
  if (file === null || !file.includes('/')) return source;
  return source.replace(/from '(\.\.?\/[^']*)'/g, (_whole, path: string) => {
    return `from '${join(ROOT, dirname(file), path)}'`;
  });
}

function asExpression(text: string, index: number, count: number): string {
  const begun = index === 0 ? `void (${text}` : text;
  return index === count - 1 ? `${begun});` : begun;
}

test('TypeScript, ArkTS and JSON5 compile, in the order of their pages', () => {
  const all = blocks.filter(({ language }) => compiled.includes(language));
  expect(all.length).toBeGreaterThan(8);
  expect(compile(all)).toEqual([]);
});

describe('the check', () => {
  const page = (language: string, ...codes: readonly string[]) =>
    blocksOf(
      'page.md',
      codes.map((code) => `text\n\n\`\`\`${language}\n${code}\n\`\`\`\n`).join('\n'),
    );

  test('finds what is used above its definition, and says where in the page', () => {
    expect(compile(page('ts', 'console.log(later);', 'const later = 1;'))).toEqual([
      expect.stringMatching(/^page\.md:4 error TS2448/),
      expect.stringMatching(/^page\.md:4 error TS2454/),
    ]);
  });

  test('finds a name that no block defines', () => {
    expect(compile(page('ts', 'nobodyDefinesThis();'))).toEqual([
      expect.stringMatching(/^page\.md:4 error TS2304/),
    ]);
  });

  test('finds commands that are not there, and brackets that nothing closes', () => {
    expect(missingCommands('npm run no-such-thing\nnpm test\nnpm install')).toEqual([
      'no-such-thing',
    ]);
    expect(strayBrackets('fun f() { g(")") // }')).toBe('{');
    expect(strayBrackets('f(]')).toBe(']');
  });

  test('reads blocks inside lists', () => {
    expect(blocksOf('p.md', '1. x\n\n   ```json a\n   {"b": 1}\n   ```\n')).toEqual([
      { page: 'p.md', line: 4, language: 'json', file: 'a', code: '{"b": 1}\n' },
    ]);
  });
});
