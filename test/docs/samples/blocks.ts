import { textFiles } from '../markdown';

/** A fenced code block of a page. */
export interface Block {
  readonly page: string;
  /** Of its first line of code. */
  readonly line: number;
  readonly language: string;
  /** The second word after the fence: a page with several files in it names each. */
  readonly file: string | null;
  readonly code: string;
}

const fence = /^([ \t]*)(`{3,}|~{3,})([^\n`]*)\n([\s\S]*?)^\1\2[ \t]*$/gm;

export function blocksOf(page: string, markdown: string): readonly Block[] {
  return [...markdown.matchAll(fence)].map((match) => {
    const [, indent = '', , info = '', code = ''] = match;
    const [language = '', file = null] = info.trim().split(/\s+/);
    return {
      page,
      line: markdown.slice(0, match.index).split('\n').length + 1,
      language,
      file,
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    };
  });
}

/** Of every page that ships with the repository. */
export function allBlocks(): readonly Block[] {
  return textFiles()
    .filter(([path]) => path.endsWith('.md') && !path.startsWith('test/'))
    .flatMap(([path, text]) => blocksOf(path, text));
}

export function nameOf({ page, line, language }: Block): string {
  return `${page}:${line} ${language || 'plain'}`;
}
