/** What can go wrong with one request, told to a double beforehand. */
export type Fault =
  /** The connection is reset: what an unreachable server looks like. */
  | { readonly kind: 'unreachable' }
  /** A gateway's or hotel Wi-Fi's page where JSON was expected. */
  | { readonly kind: 'html'; readonly status: number }
  /** An HTTP error with a JSON body. */
  | { readonly kind: 'status'; readonly status: number }
  /** HTTP 200 with this body, whatever it says. */
  | { readonly kind: 'answer'; readonly body: unknown }
  /** The right answer, `ms` of virtual time late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The connection stays open and nothing comes. */
  | { readonly kind: 'never' };

export interface FaultRule {
  /** Path of the request, exact. */
  readonly path: string;
  readonly fault: Fault;
  /** For how many requests; 1 unless told, `Infinity` until `clear()`. */
  readonly times?: number;
}

/** The faults in store for one server, first come, first served. */
export interface Faults {
  enqueue(rule: FaultRule): void;
  clear(): void;
  /** The faults that no request has met yet: a test that leaves some has not tested what it meant to. */
  pending(): readonly FaultRule[];
  /** @internal Takes the fault that this request meets. */
  take(path: string): Fault | undefined;
}

export function createFaults(): Faults {
  let rules: { rule: FaultRule; left: number }[] = [];
  return {
    enqueue: (rule) => void rules.push({ rule, left: rule.times ?? 1 }),
    clear() {
      rules = [];
    },
    pending: () => rules.map(({ rule }) => rule),
    take(path) {
      const first = rules.find(({ rule }) => rule.path === path);
      if (!first) return undefined;
      first.left -= 1;
      if (first.left <= 0) rules = rules.filter((entry) => entry !== first);
      return first.rule.fault;
    },
  };
}

/** GenAuth's own ways of saying no that no state of the double leads to by itself. */
export const genauthAnswers = {
  throttled: genauthAnswer(429, 'Too many requests, try again later', 1002),
  codeExpired: genauthAnswer(602, 'The third party answered with an error: 40029 invalid code'),
  broken: genauthAnswer(500, 'Internal error'),
  /** Says that all is well and brings no tokens. */
  emptySuccess: { kind: 'answer', body: { statusCode: 200, message: 'OK', requestId: 'fault' } },
} as const satisfies Record<string, Fault>;

/** A GenAuth answer in the v3 envelope. */
export function genauthAnswer(statusCode: number, message: string, apiCode?: number): Fault {
  return { kind: 'answer', body: { statusCode, message, ...(apiCode === undefined ? {} : { apiCode }), requestId: 'fault' } };
}

/** WeChat's server refuses: -1 busy, 40029 invalid code, 40163 used, 45011 rate limit, ... */
export function wechatAnswer(errcode: number, errmsg: string): Fault {
  return { kind: 'answer', body: { errcode, errmsg } };
}
