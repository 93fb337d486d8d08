import type { Fact } from '../facts';
import type { Deployment, GenAuthFinding } from './ask';

/**
 * For people: each answer that differs, with the golden message's line in docs/genauth.md; then
 * those that do not.
 */
export function genauthText(
  findings: readonly GenAuthFinding[],
  { host, app }: Deployment,
  facts: readonly Fact[],
): string {
  const differing = findings.filter(({ differences }) => differences.length > 0);
  const lines = [`Against ${host}, application ${app}`, ''];
  for (const finding of differing) {
    lines.push(`differs  ${finding.when}`, `  settles    ${placeOf(finding, facts)}`);
    lines.push(...finding.differences.map((difference) => `  there      ${difference}`), '');
  }
  lines.push(`${differing.length} of ${findings.length} differ from what the sandbox answers.`);
  const same = findings.filter(({ differences }) => differences.length === 0);
  if (same.length > 0)
    lines.push(
      '',
      'The same:',
      ...same.map((finding) => `  ${finding.when}${noteOf(finding)}  ${placeOf(finding, facts)}`),
    );
  return `${lines.join('\n')}\n`;
}

function placeOf({ fact }: GenAuthFinding, facts: readonly Fact[]): string {
  const found = facts.find(({ anchor }) => anchor === fact);
  return found === undefined
    ? `docs/genauth.md#${fact}`
    : `docs/genauth.md:${found.line} ${found.number}, ${found.certainty}: ${found.title}`;
}

function noteOf({ note }: GenAuthFinding): string {
  return note === undefined ? '' : ` (${note})`;
}
