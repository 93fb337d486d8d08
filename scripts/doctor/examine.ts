import { careless, domains, licences, notFilledIn } from './brand-checks';
import type { Check, Finding, Patient } from './finding';
import { privacy, tooNewInterfaces } from './interface-checks';
import { missingFiles, missingPages, secrets, tooBig, tooNew, unusedFiles } from './package-checks';

const checks: readonly Check[] = [
  ...[missingPages, tooBig, missingFiles, tooNew, tooNewInterfaces, secrets],
  ...[careless, notFilledIn, unusedFiles, domains, privacy, licences],
];

/** Everything that makes an upload, a review or a first login fail, as far as it can be seen here without asking anybody. */
export function examine(patient: Patient): readonly Finding[] {
  return checks.flatMap((check) => check(patient));
}

/** For people, errors first. */
export function findingsText(findings: readonly Finding[]): string {
  const marks = { error: 'ERROR  ', warning: 'warning', todo: 'to do  ' } as const;
  const rank = { error: 0, warning: 1, todo: 2 } as const;
  return [...findings]
    .sort((a, b) => rank[a.level] - rank[b.level])
    .map(({ level, what, where, why, how }) => `${marks[level]}  ${what}\n         ${where}\n         ${why}\n       → ${how}\n`)
    .join('');
}
