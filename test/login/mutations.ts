// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of source text
/** A mistake put into the log-in on purpose: `invariant` is the one of docs/architecture.md#invariants that it breaks. */
export interface Mutation extends Edit {
  readonly name: string;
  readonly invariant: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** Where two places hold the same line, the mistake is made in both. */
  readonly also?: Edit;
}

export interface Edit {
  /** Under miniprogram/login/. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly from: string;
  readonly to: string;
}

export const mutations: readonly Mutation[] = [
  {
    name: 'leaving after WeChat has gone back does not count as delivered',
    invariant: 1,
    file: 'steps/go-back.ts',
    from: 'return state.accepted || state.tapped ? finish(state, true) : stay(state);',
    to: 'return stay(state);',
  },
  {
    name: 'a bad launch that WeChat repeats is answered again',
    invariant: 1,
    file: 'steps/enter.ts',
    from: 'return isSameLaunch(state, opened) ? stay(state) :',
    to: 'return refusal === null && isSameLaunch(state, opened) ? stay(state) :',
  },
  {
    name: 'a repeated launch is taken for a new one',
    invariant: 1,
    file: 'steps/enter.ts',
    from: 'return isSameLaunch(state, opened) ? stay(state) :',
    to: 'return',
  },
  {
    name: 'answers of an abandoned attempt are taken',
    invariant: 1,
    file: 'flow.ts',
    from: "const abandoned = 'attempt' in event && event.attempt !== state.visit.attempt;",
    to: 'const abandoned = false;',
  },
  {
    name: 'an old log-in code is sent',
    invariant: 2,
    file: 'steps/send.ts',
    from: 'if (isYounger(loginCode.since, context.now, limit))',
    to: 'if (limit > 0)',
  },
  {
    name: 'the age of a log-in code counts from later than it was asked for',
    invariant: 2,
    file: 'steps/login-code.ts',
    from: 'code, since: loginCode.since }',
    to: 'code, since: loginCode.since + 90_000 }',
  },
  {
    name: 'the log-in code is renewed under an open phone sheet',
    invariant: 2,
    file: 'steps/login-code.ts',
    from: "loginCode.status === 'fetching' || phonePrompt !== null",
    to: "loginCode.status === 'fetching'",
    also: { file: 'alarm.ts', from: 'return phonePrompt === null ?', to: 'return phonePrompt !== undefined ?' },
  },
  {
    name: 'codes that waited in the background are sent',
    invariant: 2,
    file: 'steps/send.ts',
    from: 'const fresh = (time: number) => isYounger(time, context.now, timing.codeLifeMs);',
    to: 'const fresh = (time: number) => time > 0;',
  },
  {
    name: 'the box is pre-ticked',
    invariant: 3,
    file: 'steps/agreements.ts',
    from: 'ask(visit, brand.agreements.items, null, loginCode)',
    to: 'ask(visit, brand.agreements.items, now, loginCode)',
  },
  {
    name: 'the button asks for the phone before consent',
    invariant: 3,
    file: 'choices.ts',
    from: "if (state.agreedAt === null) return { action: 'next', busy: false };",
    to: '',
  },
  {
    name: 'a tap on the button passes for consent',
    invariant: 3,
    file: 'steps/consent.ts',
    from: 'if (agreedAt === null) return stay({ ...state, sheet: way });',
    to: 'if (agreedAt === null) return goOnWith(way, { ...state, agreedAt: context.now }, context);',
  },
  {
    name: 'taking the yes back does nothing',
    invariant: 3,
    file: 'steps/consent.ts',
    from: 'if (!agreed) return stay({ ...state, agreedAt: null, phonePrompt: null });',
    to: 'if (!agreed) return stay(state);',
  },
  {
    name: 'without a configuration there is a log-in without agreements',
    invariant: 3,
    file: 'steps/agreements.ts',
    from: "return 'failure' in read ? fail(state, read.failure, context) : stay(ask(visit, read.agreements, null, loginCode));",
    to: "return stay(ask(visit, 'failure' in read ? [] : read.agreements, null, loginCode));",
  },
  {
    name: 'renewing the log-in code has no deadline',
    invariant: 4,
    file: 'alarm.ts',
    from: "case 'preparing':\n    case 'renewing':",
    to: "case 'renewing':\n      return null;\n    case 'preparing':",
  },
  {
    name: 'the deadline of signing in is not heeded',
    invariant: 4,
    file: 'steps/fail.ts',
    from: 'if (isYounger(state.since, context.now, timing.deadlineMs))',
    to: "if (state.name === 'signingIn')",
  },
  {
    name: 'still in front, nothing is offered',
    invariant: 4,
    file: 'steps/go-back.ts',
    from: 'if (isYounger(state.since, now, timing.stillInFrontMs)) return stay(state);',
    to: 'return stay(state);',
  },
  {
    name: 'the failure screen does not go back',
    invariant: 4,
    file: 'table.ts',
    from: 'gaveUp: goBackWithFailure,',
    to: '',
  },
  {
    name: 'a failure of codes is told in words',
    invariant: 5,
    file: 'result.ts',
    from: "return '';",
    to: 'return failure.code;',
  },
  {
    name: 'a refusal has a code that is not on the list',
    invariant: 5,
    file: 'genauth/errors.ts',
    from: "2005: 'account_locked',",
    to: "2005: 'locked',",
  },
  {
    name: 'a failure of session has no message',
    invariant: 5,
    file: 'steps/fail.ts',
    from: '`${what} did not answer in time`',
    to: "''",
  },
  {
    name: "GenAuth's own words are passed on",
    invariant: 6,
    file: 'genauth/envelope.ts',
    from: 'GenAuth refused with statusCode ',
    to: "${own(body, 'message')}",
  },
  {
    name: "WeChat's own words are passed on",
    invariant: 6,
    file: 'steps/login-code.ts',
    from: '`WeChat gave no log-in code (${code})`',
    to: 'event.failure.message',
  },
  {
    name: 'any request id is believed',
    invariant: 6,
    file: 'genauth/request-id.ts',
    from: 'return /^[\\d-]{5,}$/.test(value) ? undefined : value;',
    to: 'return value;',
  },
  {
    name: 'the phone code is kept after it was sent',
    invariant: 6,
    file: 'steps/send.ts',
    from: 'const sent = { visit, agreements, agreedAt, since: now };',
    to: 'const sent = { visit, agreements, agreedAt, since: now, credentials };',
  },
  {
    name: 'a session that was to be sealed goes back open',
    invariant: 6,
    file: 'steps/sign-in.ts',
    from: 'if (launch.key === null) {',
    to: 'if (launch.contract) {',
  },
  {
    name: 'the host depends on the launch',
    invariant: 7,
    file: 'genauth/sign-in.ts',
    from: '`${brand.genauth.host}/api/v3/signin-by-mobile`',
    to: '`https://${launch.connection}.example/api/v3/signin-by-mobile`',
  },
  {
    name: 'the launch chooses the application',
    invariant: 7,
    file: 'launch/entry.ts',
    from: 'const [app] = brand.apps;',
    to: 'const app = { ...brand.apps[0], ...(options.query?.app ? { app: options.query.app } : {}) };',
  },
  {
    name: 'the launch is less strict about the phone than the brand',
    invariant: 7,
    file: 'launch/contract-1.ts',
    from: 'return policies.indexOf(a) > policies.indexOf(b) ? a : b;',
    to: 'return a;',
  },
  {
    name: 'every return is allowed',
    invariant: 7,
    file: 'launch/contract-1.ts',
    from: 'if (!entry.returns.includes(contract))',
    to: 'if (contract.length === 0)',
  },
];
