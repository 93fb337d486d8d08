import { isDeepStrictEqual } from 'node:util';
import { inWords } from '@mini-login/platform/lists';
import type { Fact } from './facts';
import type { Answered, Report } from './report';

/** What one question's two answers say about one line of docs/wechat.md. */
export interface Finding {
  readonly id: string;
  readonly fact: Fact | null;
  readonly kind: 'differs' | 'same' | 'not asked' | 'asked there only';
  readonly simulator?: Answered;
  readonly real?: Answered;
}

/** One finding for each question that either asked, those that differ first. */
export function compareReports(
  simulator: Report,
  real: Report,
  facts: readonly Fact[],
): readonly Finding[] {
  const ids = [...new Set([...Object.keys(simulator.answers), ...Object.keys(real.answers)])];
  const findings = ids.map((id) => findingOf(id, simulator.answers[id], real.answers[id], facts));
  const order: readonly Finding['kind'][] = ['differs', 'asked there only', 'same', 'not asked'];
  return findings.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function findingOf(
  id: string,
  simulator: Answered | undefined,
  real: Answered | undefined,
  facts: readonly Fact[],
): Finding {
  const anchor = (real ?? simulator)?.fact;
  const fact = facts.find((one) => one.anchor === anchor) ?? null;
  const sides = { ...(simulator ? { simulator } : {}), ...(real ? { real } : {}) };
  if (!real) return { id, fact, kind: 'not asked', ...sides };
  if (!simulator) return { id, fact, kind: 'asked there only', ...sides };
  return {
    id,
    fact,
    kind: isDeepStrictEqual(simulator.answer, real.answer) ? 'same' : 'differs',
    ...sides,
  };
}

/**
 * For people: each difference with its two answers and the line that it settles; then what is
 * alike, and what is still open.
 */
export function comparisonText(findings: readonly Finding[], { where }: Report): string {
  const of = (kind: Finding['kind']) => findings.filter((finding) => finding.kind === kind);
  const lines = [`Against ${inWords(Object.values(where).map(String))}`, ''];
  for (const finding of [...of('differs'), ...of('asked there only')])
    lines.push(...differenceLines(finding), '');
  const settled = of('same');
  lines.push(
    `${of('differs').length} differ, ${settled.length} are the same, ${of('not asked').length} were not asked there.`,
  );
  if (settled.length > 0)
    lines.push('', 'The same on both; the simulator is right about:', ...settled.map(settledLine));
  const open = of('not asked');
  if (open.length > 0)
    lines.push(
      '',
      'Not asked there (docs/device-check.md says how):',
      ...open.map(({ id }) => `  ${id}`),
    );
  const times = findings.filter(({ real }) => real?.measured !== undefined);
  if (times.length > 0) {
    lines.push(
      '',
      'Measured there:',
      ...times.map(({ id, real }) => `  ${id}  ${JSON.stringify(real?.measured)}`),
    );
  }
  return `${lines.join('\n')}\n`;
}

function differenceLines({ id, fact, simulator, real }: Finding): readonly string[] {
  return [
    `differs  ${id}`,
    `  settles    ${placeOf(fact)}`,
    ...partsThatDiffer(simulator?.answer, real?.answer).flatMap(([part, ours, theirs]) => [
      `  simulator  ${part}${text(ours)}`,
      `  there      ${part}${text(theirs)}`,
    ]),
  ];
}

/** Of two objects only the keys that differ; else the whole answers. */
function partsThatDiffer(
  ours: unknown,
  theirs: unknown,
): readonly (readonly [part: string, ours: unknown, theirs: unknown])[] {
  if (!isObject(ours) || !isObject(theirs)) return [['', ours, theirs]];
  const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  return keys
    .filter((key) => !isDeepStrictEqual(ours[key], theirs[key]))
    .map((key) => [`${key}: `, ours[key], theirs[key]]);
}

function settledLine({ id, fact }: Finding): string {
  return `  ${id.padEnd(26)} ${placeOf(fact)}`;
}

function placeOf(fact: Fact | null): string {
  return fact === null
    ? 'no line of docs/wechat.md (another version of the probe?)'
    : `docs/wechat.md:${fact.line} ${fact.number}, ${fact.certainty}: ${fact.title}`;
}

function text(value: unknown): string {
  return value === undefined ? '(nothing)' : JSON.stringify(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
