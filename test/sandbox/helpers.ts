import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import {
  createClock,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
  type VirtualClock,
} from '@mini-login/sandbox';

export interface Bench {
  readonly sandbox: Sandbox;
  readonly clock: VirtualClock;
  /** What WeChat's client gives: a login code for this person. */
  loginCode(person: string): Promise<string>;
  /** What a granted getPhoneNumber gives. */
  phoneNumber(person: string): Promise<Record<string, string>>;
  /** A sign-in with both codes; `change` replaces parts of the body. */
  signIn(person: string, change?: Record<string, unknown>): Promise<SandboxAnswer>;
  genauth(path: string, body: unknown, headers?: Record<string, string>): Promise<SandboxAnswer>;
  wechat(path: string, body?: unknown): Promise<Record<string, string>>;
  /** GenAuth's OIDC endpoints take forms. */
  form(
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Response>;
}

/** The v3 envelope, and v2's `code`. */
export interface SandboxAnswer {
  readonly statusCode?: number;
  readonly code?: number;
  readonly apiCode?: number;
  readonly message: string;
  readonly data: Readonly<Record<string, string>>;
}

/** A sandbox on a standing clock, and short ways to ask it. */
export async function startBench(options: Omit<SandboxOptions, 'clock'> = {}): Promise<Bench> {
  const clock = createClock({ startAt: Date.UTC(2026, 0, 15, 8), running: false });
  const sandbox = await startSandbox({ clock, ...options });
  const { tenant } = sandbox.genauth;
  const { appid } = sandbox.wechat.program;

  const wechat: Bench['wechat'] = (path, body) => post(`${sandbox.wechat.url}${path}`, body);
  const genauth: Bench['genauth'] = (path, body, headers = { 'x-authing-app-id': tenant.app.id }) =>
    post(`${sandbox.genauth.url}${path}`, body, headers);
  const loginCode: Bench['loginCode'] = async (person) =>
    (await wechat('/client/login', { appid, person })).code ?? '';
  const phoneNumber: Bench['phoneNumber'] = (person) =>
    wechat('/client/phone-number', { appid, person });

  return {
    sandbox,
    clock,
    wechat,
    genauth,
    loginCode,
    phoneNumber,
    form: (path, fields, headers = {}) =>
      fetch(`${sandbox.genauth.url}${path}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams(fields),
      }),
    async signIn(person, change = {}) {
      const code = await loginCode(person);
      const { code: phoneCode } = await phoneNumber(person);
      return genauth('/api/v3/signin-by-mobile', {
        connection: 'wechat_mini_program_code_and_phone',
        extIdpConnidentifier: tenant.connection.identifier,
        wechatMiniProgramCodeAndPhonePayload: {
          wxLoginInfo: { code },
          wxPhoneInfo: { code: phoneCode },
        },
        options: { scope: 'openid profile phone' },
        ...change,
      });
    },
  };
}

/** One for the tests of a file, as new before each. */
export function useBench(options: Omit<SandboxOptions, 'clock'> = {}): Bench {
  let started: Bench | undefined;
  const there = (): Bench => {
    if (!started) throw new Error('only inside a test');
    return started;
  };
  beforeAll(async () => {
    started = await startBench(options);
  });
  beforeEach(() => there().sandbox.reset());
  afterAll(() => started?.sandbox.close());
  return {
    get sandbox() {
      return there().sandbox;
    },
    get clock() {
      return there().clock;
    },
    loginCode: (...args) => there().loginCode(...args),
    phoneNumber: (...args) => there().phoneNumber(...args),
    signIn: (...args) => there().signIn(...args),
    genauth: (...args) => there().genauth(...args),
    wechat: (...args) => there().wechat(...args),
    form: (...args) => there().form(...args),
  };
}

export async function post<T>(
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  const response = await fetch(url, body === undefined ? {} : init);
  return response.json();
}
