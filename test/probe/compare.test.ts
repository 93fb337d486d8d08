import { expect, test } from '@jest/globals';
import { compareReports, comparisonText } from '../../scripts/probe/compare';
import { readFacts } from '../../scripts/probe/facts';
import type { Answered, Report } from '../../scripts/probe/report';

const facts = readFacts('wechat');
const report = (answers: Record<string, Answered>): Report => ({
  probe: 1,
  where: { platform: 'android', version: '8.0.60' },
  answers,
});

const cut = (raw: string): Answered => ({
  fact: 'the-query-is-cut-at-an-equals-sign',
  answer: { raw, unpadded: 'YQ' },
});
const timing = (success: number): Answered => ({
  fact: 'how-long-ok-takes',
  answer: { hiddenInTime: true },
  measured: { success },
});

test('a difference is named with both answers and the line that it settles', () => {
  const findings = compareReports(
    report({ 'launch.query-cut': cut('3') }),
    report({ 'launch.query-cut': cut('3==q') }),
    facts,
  );
  expect(findings).toEqual([expect.objectContaining({ id: 'launch.query-cut', kind: 'differs' })]);
  const line = facts.find(({ number }) => number === 'W9')?.line;
  const text = comparisonText(findings, report({}));
  expect(text).toContain(`docs/wechat.md:${line} W9, reported`);
  expect(text).toContain('simulator  raw: "3"\n');
  expect(text).toContain('there      raw: "3==q"\n');
  expect(text).not.toContain('unpadded');
});

test('times are told and never compared', () => {
  const findings = compareReports(
    report({ 'back.timing': timing(0) }),
    report({ 'back.timing': timing(900) }),
    facts,
  );
  expect(findings.map(({ kind }) => kind)).toEqual(['same']);
  expect(comparisonText(findings, report({}))).toContain('back.timing  {"success":900}');
});

test('what only one of the two asked is told, and is no difference', () => {
  const findings = compareReports(
    report({ 'launch.query-cut': cut('3') }),
    report({ 'back.timing': timing(1) }),
    facts,
  );
  expect(findings.map(({ id, kind }) => [id, kind])).toEqual([
    ['back.timing', 'asked there only'],
    ['launch.query-cut', 'not asked'],
  ]);
  expect(comparisonText(findings, report({}))).toContain(
    '0 differ, 0 are the same, 1 were not asked there.',
  );
});

test('differences come first, and an answer to an unknown fact says so', () => {
  const unknown: Answered = { fact: 'nothing-of-ours', answer: 1 };
  const findings = compareReports(
    report({ 'back.timing': timing(1), odd: unknown }),
    report({ 'back.timing': timing(1), odd: { ...unknown, answer: 2 } }),
    facts,
  );
  expect(findings.map(({ id }) => id)).toEqual(['odd', 'back.timing']);
  expect(comparisonText(findings, report({}))).toContain('no line of docs/wechat.md');
});
