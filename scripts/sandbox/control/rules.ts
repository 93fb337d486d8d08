import type { FaultRule } from '../contract/fault';
import type { Faults } from '../faults/faults';

/** Gives a rule to the server that it is about. @throws when none knows its path. */
export function enqueue(servers: readonly Faults[], rule: FaultRule): void {
  const concerned = servers.filter((each) => each.concerns(rule));
  // A pattern may concern both.
  for (const each of concerned) each.enqueue(rule);
  if (concerned.length === 0) throw new Error(`no server has the path of ${JSON.stringify(rule)}`);
}
