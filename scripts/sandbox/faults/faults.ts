import { z } from 'zod';
import { type Fault, type FaultRule, faultRule, WX_APIS } from '../contract/fault';

type Rule = z.output<typeof faultRule>;

/** The faults in store for one server, first come, first served. */
export interface Faults {
  /** @throws when the server knows neither the path nor the fault. */
  enqueue(rule: FaultRule): void;
  clear(): void;
  /**
   * The faults that no request has met yet: a test that leaves some has not tested what it meant
   * to.
   */
  pending(): readonly FaultRule[];
  /** Whether a rule is about this server. */
  concerns(rule: FaultRule): boolean;
  /** @internal Takes the fault that this request meets. */
  take(path: string): Fault | undefined;
}

/** What a server can and can't do. */
export interface FaultsOptions {
  readonly name: string;
  /** Whether the server answers on this path. */
  knows(path: string): boolean;
  /** Kinds that are another server's. */
  readonly foreign: readonly Fault['kind'][];
}

export function createFaults({ name, knows, foreign }: FaultsOptions): Faults {
  let rules: { wanted: FaultRule; rule: Rule; seen: number; left: number }[] = [];
  const concerns = (path: string) => path.endsWith('*') || knows(path);
  return {
    enqueue(wanted) {
      const read = faultRule.safeParse(wanted);
      if (!read.success) throw new Error(`no such fault: ${z.prettifyError(read.error)}`);
      const rule = read.data;
      if (!concerns(pathOf(rule)))
        throw new Error(`the ${name} double has no ${pathOf(rule)}, so nothing can go wrong there`);
      if (foreign.includes(rule.fault.kind))
        throw new Error(`the ${name} double never answers with a ${rule.fault.kind}`);
      rules.push({
        wanted,
        rule,
        seen: 0,
        left: rule.times === 'always' ? Number.POSITIVE_INFINITY : rule.times,
      });
    },
    clear() {
      rules = [];
    },
    pending: () => rules.map(({ wanted }) => wanted),
    concerns: (rule) => concerns(pathOf(rule)),
    take(path) {
      const matching = rules.filter(({ rule }) => matches(pathOf(rule), path));
      for (const entry of matching) entry.seen += 1;
      const met = matching.find(({ rule, seen }) => seen >= rule.nth);
      if (!met) return undefined;
      met.left -= 1;
      if (met.left <= 0) rules = rules.filter((entry) => entry !== met);
      return met.rule.fault;
    },
  };
}

function pathOf({
  path = '',
  api,
}: {
  readonly path?: string;
  readonly api?: keyof typeof WX_APIS;
}): string {
  return api === undefined ? path : WX_APIS[api];
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
