import { inWords } from '@mini-login/platform/lists';
import { z } from 'zod';
import type { Report } from './program/miniprogram/contract';

export type { Answered, Report } from './program/miniprogram/contract';

const shape = z.object({
  probe: z.literal(1),
  where: z.record(z.string(), z.json()),
  answers: z.record(
    z.string(),
    z.object({ fact: z.string(), answer: z.json(), measured: z.json().optional() }),
  ),
});

/**
 * A report as JSON, or as the texts of its QR codes in any order (`P1/3:...`), one after the other.
 *
 * @throws Error that says what is missing or wrong.
 */
export function parseReport(text: string): Report {
  const joined = text.trimStart().startsWith('{') ? text : joinPieces(text);
  let json: unknown;
  try {
    json = JSON.parse(joined);
  } catch (error) {
    throw new Error('this is neither the JSON that the probe shows nor the texts of its QR codes', {
      cause: error,
    });
  }
  const read = shape.safeParse(json);
  if (!read.success)
    throw new Error(`this is no report of the probe: ${z.prettifyError(read.error)}`);
  const { where, answers } = read.data;
  return {
    probe: 1,
    where,
    answers: Object.fromEntries(
      Object.entries(answers).map(([id, { fact, answer, measured }]) => [
        id,
        measured === undefined ? { fact, answer } : { fact, answer, measured },
      ]),
    ),
  };
}

function joinPieces(text: string): string {
  const found = new Map<number, string>();
  let count = 0;
  for (const [, number, of, piece] of text.matchAll(/^P(\d+)\/(\d+):(.*)$/gm)) {
    found.set(Number(number), piece ?? '');
    count = Number(of);
  }
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => !found.has(number),
  );
  if (missing.length > 0)
    throw new Error(
      `of ${count} QR codes, ${inWords(missing.map(String))} ${missing.length === 1 ? 'is' : 'are'} missing`,
    );
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([, piece]) => piece)
    .join('');
}
