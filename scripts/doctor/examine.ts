import type { Examination } from '../deploy/fleet/run';
import { doctor } from '../messages/doctor';
import { say } from '../messages/say';
import { careless, countedLogins, domains, notFilledIn } from './brand-checks';
import type { CompiledBrand, DoctorCheck, Finding } from './finding';
import { privacy, tooNewInterfaces } from './interface-checks';
import { missingFiles, missingPages, secrets, tooBig, tooNew, unusedFiles } from './package-checks';

const checks: readonly DoctorCheck[] = [
  ...[missingPages, tooBig, missingFiles, tooNew, tooNewInterfaces, secrets],
  ...[careless, notFilledIn, unusedFiles, domains, countedLogins, privacy],
];

/**
 * Everything that makes an upload, a review or a first login fail, as far as it can be seen here
 * without asking anybody.
 */
export function examine(compiled: CompiledBrand): readonly Finding[] {
  return checks.flatMap((check) => check(compiled));
}

/**
 * What an upload asks first: an error stops it, and what only may fail is told in a line for each
 * kind.
 */
export const examineForUpload: Examination = (brand, files) => {
  const findings = examine({ brand, files });
  const warnings = findings.filter(({ level }) => level === 'warning');
  const kinds = [...new Set(warnings.map(({ what }) => what))];
  return {
    problems: findings.flatMap(({ level, what, where }) =>
      level === 'error' ? [say(doctor.problem(what, where))] : [],
    ),
    notes: kinds.map((kind) => {
      const [first, ...more] = warnings.filter(({ what }) => what === kind);
      const where = first?.where ?? '';
      return say(doctor.note(kind, more.length > 0 ? say(doctor.more(where, more.length)) : where));
    }),
  };
};

/** For people, errors first; the places of what is the same in one block. */
export function findingsText(findings: readonly Finding[]): string {
  const rank = { error: 0, warning: 1, todo: 2 } as const;
  const blocks = new Map<string, { readonly level: Finding['level']; readonly lines: string[] }>();
  for (const { level, what, where, why, how } of findings) {
    const key = JSON.stringify([level, what, why, how]);
    const block = blocks.get(key) ?? {
      level,
      lines: [`${say(doctor[level]()).padEnd(7)}  ${what}`, `         ${why}`, `       → ${how}`],
    };
    block.lines.splice(-2, 0, `         ${where}`);
    blocks.set(key, block);
  }
  return [...blocks.values()]
    .sort((a, b) => rank[a.level] - rank[b.level])
    .map(({ lines }) => `${lines.join('\n')}\n`)
    .join('');
}
