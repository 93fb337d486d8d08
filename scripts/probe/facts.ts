import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `documented` by the platform, `reported` by others, or `to verify` because nobody is known to
 * have looked.
 */
export const CERTAINTIES = ['documented', 'reported', 'to verify'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** One fact of docs/wechat.md or docs/genauth.md. */
export interface Fact {
  /** `W20`, `G8`: never reused. */
  readonly number: string;
  readonly title: string;
  /** Where comments link to: `docs/wechat.md#going-back-ok-proves-nothing` without the file. */
  readonly anchor: string;
  readonly certainty: Certainty;
  readonly sources: string;
  /** Of the heading, from 1. */
  readonly line: number;
}

const ROOT = join(import.meta.dirname, '../..');
const HEADING = /^### (.+)$/;
const ABOUT = /^([WG]\d+) · ([a-z ]+) · (.+)$/;

export function readFacts(page: 'wechat' | 'genauth'): readonly Fact[] {
  return parseFacts(readFileSync(join(ROOT, 'docs', `${page}.md`), 'utf8'));
}

/**
 * @throws Error that names a heading whose next line does not say number, certainty and sources.
 */
export function parseFacts(markdown: string): readonly Fact[] {
  const lines = markdown.split('\n');
  return lines.flatMap((line, index): Fact[] => {
    const title = HEADING.exec(line)?.[1];
    if (title === undefined) return [];
    const [, number, certainty, sources] = ABOUT.exec(lines[index + 1] ?? '') ?? [];
    if (number === undefined || sources === undefined || !isCertainty(certainty)) {
      throw new Error(
        `"### ${title}" is not followed by "W<number> · ${CERTAINTIES.join(' | ')} · <sources>"`,
      );
    }
    return [{ number, title, anchor: slugOf(title), certainty, sources, line: index + 1 }];
  });
}

/** The address that GitHub gives a heading. */
export function slugOf(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/`/g, '')
    .replace(/[^\p{Letter}\p{Number}\p{Mark} _-]/gu, '')
    .replace(/ /g, '-');
}

function isCertainty(word: string | undefined): word is Certainty {
  return CERTAINTIES.some((one) => one === word);
}
