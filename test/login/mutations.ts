// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of source text
/** A mistake put into the log-in on purpose: `invariant` is the one of DESIGN's seven that it breaks. */
export interface Mutation {
  readonly name: string;
  readonly invariant: 1 | 2 | 3 | 4 | 5 | 6 | 7;
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
    file: 'table/by-hand.ts',
    from: 'return state.accepted || state.tapped ? finish(state, true) : stay(state);',
    to: 'return stay(state);',
  },
  {
    name: 'a bad launch that WeChat repeats is answered again',
    invariant: 1,
    file: 'table/enter.ts',
    from: 'if (isSameAnswer(state, entry.replyTo, entry.failure)) return stay(state);',
    to: '',
  },
  {
    name: 'a repeated launch is taken for a new one',
    invariant: 1,
    file: 'table/enter.ts',
    from: 'return isSameLaunch(state, entry.launch) ? stay(state) :',
    to: 'return',
  },
  {
    name: 'answers of an abandoned attempt are taken',
    invariant: 1,
    file: 'flow.ts',
    from: "if ('attempt' in event && event.attempt !== state.attempt) return dropAbandoned(state);",
    to: '',
  },
  {
    name: 'an old log-in code is sent',
    invariant: 2,
    file: 'table/send.ts',
    from: 'if (isYounger(loginCode.since, context.now, limit))',
    to: 'if (limit > 0)',
  },
  {
    name: 'the age of a log-in code counts from its arrival',
    invariant: 2,
    file: 'table/login-code.ts',
    from: 'code, since: loginCode.since }',
    to: 'code, since: context.now }',
  },
  {
    name: 'the log-in code is renewed under an open phone sheet',
    invariant: 2,
    file: 'table/login-code.ts',
    from: "loginCode.status === 'fetching' || phonePrompt !== null",
    to: "loginCode.status === 'fetching'",
  },
  {
    name: 'codes that waited in the background are sent',
    invariant: 2,
    file: 'table/send.ts',
    from: 'const fresh = (since: number) => isYounger(since, context.now, timing.codeLifeMs);',
    to: 'const fresh = (since: number) => since > 0;',
  },
  {
    name: 'the box is pre-ticked',
    invariant: 3,
    file: 'table/enter.ts',
    from: 'agreedAt: null, sheet: null,',
    to: 'agreedAt: now, sheet: null,',
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
    file: 'table/consent.ts',
    from: 'if (agreedAt === null) return stay({ ...state, sheet: way });',
    to: 'if (agreedAt === null) return goOnWith(way, { ...state, agreedAt: context.now }, context);',
  },
  {
    name: 'taking the yes back does nothing',
    invariant: 3,
    file: 'table/consent.ts',
    from: 'if (!agreed) return stay({ ...state, agreedAt: null, phonePrompt: null });',
    to: 'if (!agreed) return stay(state);',
  },
  {
    name: 'without a configuration there is a log-in without agreements',
    invariant: 3,
    file: 'table/preparing.ts',
    from: "if ('failure' in read) return fail(state, read.failure, nothingAgreed, context);",
    to: "if ('failure' in read) return { state: ask(state, [], null, state.loginCode), effects: [] };",
  },
  {
    name: 'renewing the log-in code has no deadline',
    invariant: 4,
    file: 'table/send.ts',
    from: "{ type: 'startTimer', attempt, timer: 'deadline', ms: timing.deadlineMs },\n      { type: 'fetchLoginCode', attempt },",
    to: "{ type: 'fetchLoginCode', attempt },",
  },
  {
    name: 'the deadline of signing in is not heeded',
    invariant: 4,
    file: 'table/signing-in.ts',
    from: "return timer === 'deadline' ? fail(state, timedOut('GenAuth'), state, context) : stay(state);",
    to: 'return stay(state);',
  },
  {
    name: 'still in front, nothing is offered',
    invariant: 4,
    file: 'table/returning.ts',
    from: "if (timer !== 'stillInFront') return stay(state);",
    to: 'return stay(state);',
  },
  {
    name: 'the failure screen does not go back',
    invariant: 4,
    file: 'table/failed.ts',
    from: 'return goBackWithError(state, state.launch, state.launch, state.failure, context);',
    to: 'return stay(state);',
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
    file: 'table/fail.ts',
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
    file: 'table/common.ts',
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
    file: 'table/send.ts',
    from: "return { state: { ...visit, name: 'signingIn', deadlineAt }, effects };",
    to: "return { state: { ...ready, name: 'signingIn', deadlineAt }, effects };",
  },
  {
    name: 'a session that was to be sealed goes back open',
    invariant: 6,
    file: 'table/signing-in.ts',
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
    file: 'launch/own-contract.ts',
    from: 'const [{ app, connection, returns }] = apps;',
    to: "const [{ connection, returns }] = apps; const app = values.get('app') ?? apps[0].app;",
  },
  {
    name: 'the launch is less strict about the phone than the brand',
    invariant: 7,
    file: 'launch/own-contract.ts',
    from: 'return strictness.indexOf(a) > strictness.indexOf(b) ? a : b;',
    to: 'return a;',
  },
  {
    name: 'every return is allowed',
    invariant: 7,
    file: 'launch/own-contract.ts',
    from: 'if (!returns.includes(value))',
    to: 'if (value.length === 0)',
  },
];
