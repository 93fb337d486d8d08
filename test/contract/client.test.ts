import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { compactDecrypt, importJWK } from 'jose';
import { splitNaively } from '../../kits/server/src/ticket';
import { brand } from '../../miniprogram/brand';
import { askFor } from '../../miniprogram/login/consent';
import type { HttpRequest } from '../../miniprogram/login/effect';
import type { Failure } from '../../miniprogram/login/failure';
import { readAgreements } from '../../miniprogram/login/genauth/agreements';
import { publicConfigRequest } from '../../miniprogram/login/genauth/public-config';
import {
  type Credentials,
  readSignInAnswer,
  type Session,
  signInRequest,
} from '../../miniprogram/login/genauth/sign-in';
import { readTicketAnswer, ticketRequest } from '../../miniprogram/login/genauth/ticket';
import { readEntry } from '../../miniprogram/login/launch/entry';
import type { Launch } from '../../miniprogram/login/launch/launch';
import {
  codesResult,
  errorResult,
  sealedContent,
  sealedResult,
  sessionResult,
  ticketResult,
} from '../../miniprogram/login/result';
import { randomBytesNeeded, seal } from '../../miniprogram/packages/seal/seal';
import { expectGolden, fill, type GoldenExchange, type GoldenJson, golden } from './golden';

const { genauth } = brand;
const [{ app, connection, mobileAppId }] = brand.apps;
const ticketEndpoint = genauth.ticketEndpoint ?? '';
const launch: Launch = {
  contract: 'session',
  state: 's-1',
  app,
  connection,
  nonce: null,
  caller: mobileAppId,
  userPoolId: genauth.userPoolId,
  scope: 'openid profile phone',
  phone: 'required',
  key: null,
  lang: 'zh-CN',
};
const values: Record<string, string> = {
  appId: launch.app,
  connection: launch.connection,
  userPoolId: genauth.userPoolId ?? '',
  ticketEndpoint: new URL(ticketEndpoint).pathname,
  ...{ loginCode: '0a-Login', phoneCode: '0b-Phone', encryptedData: 'ZGF0YQ==', iv: 'aXY=' },
};
const { loginCode = '', phoneCode = '', encryptedData = '', iv = '' } = values;

describe('the client asks as documented', () => {
  const byCodes: Credentials = {
    connection: 'wechat_mini_program_code_and_phone',
    loginCode,
    phoneCode,
  };

  test('to sign in with both codes', () => {
    expectRequest(signInRequest(byCodes, launch, brand), 'sign-in.code-and-phone');
  });

  test('to sign in without the phone number', () => {
    const request = signInRequest(
      { connection: 'wechat_mini_program_code', loginCode },
      { ...launch, phone: 'none', scope: 'openid profile' },
      brand,
    );
    expectRequest(request, 'sign-in.code');
  });

  test('to sign in with encryptedData', () => {
    const credentials: Credentials = {
      connection: 'wechat_mini_program_phone',
      loginCode,
      encryptedData,
      iv,
    };
    expectRequest(signInRequest(credentials, launch, brand), 'sign-in.phone');
  });

  test('for a ticket', () => {
    expectRequest(
      ticketRequest(byCodes, { ...launch, contract: 'ticket' }, brand, ticketEndpoint),
      'ticket.mint',
    );
  });

  test('for the public configuration', () => {
    expectRequest(publicConfigRequest(launch.app, genauth.host, brand), 'public-config');
  });
});

describe('the client reads what is documented', () => {
  const expiry = golden<{ answers: { spelling: string; body: GoldenJson }[]; session: Session }>(
    'sign-in.expiry',
  );
  test.each(expiry.answers.map((answer) => [answer.spelling, answer] as const))(
    'a session with %s',
    (_spelling, { body }) => {
      expect(readSignInAnswer({ status: 200, body })).toEqual({ session: expiry.session });
    },
  );

  interface Refusal {
    readonly when: string;
    readonly status?: number;
    readonly body: GoldenJson;
    readonly example?: string;
    readonly failure: string;
  }
  const errors = golden<{ answers: Refusal[]; notAnswers: Refusal[] }>('sign-in.errors');
  test.each(
    [...errors.answers, ...errors.notAnswers].map((refusal) => [refusal.when, refusal] as const),
  )('a refusal: %s', (_when, { status = 200, body, example = 'words', failure }) => {
    const response = { status, body: fill(body, { string: example }) };
    expect(readSignInAnswer(response)).toMatchObject({ failure: { code: failure } });
    expect(readTicketAnswer(response)).toMatchObject({ failure: { code: failure } });
  });

  test('a ticket', () => {
    const { answer } = golden<GoldenExchange>('ticket.mint');
    expect(
      readTicketAnswer({ status: answer.status, body: fill(answer.body, { string: 'tK3-t_9' }) }),
    ).toEqual({
      ticket: 'tK3-t_9',
    });
  });

  test('the agreements of the public configuration, in order', () => {
    const { read } = golden<{
      read: {
        agreements: GoldenJson;
        lang: 'zh-CN';
        expected: { id: string; title: string; url: string }[];
      };
    }>('public-config');
    const data = { agreementEnabled: true, agreements: read.agreements };
    const answer = readAgreements(data, read.lang, { businessDomains: ['example.com'] });
    const agreements = 'agreements' in answer ? answer.agreements : [];
    expect(
      agreements.map(({ id, parts }) => ({
        id,
        title: parts.map(({ text }) => text).join(''),
        url: parts.find((part) => part.url !== null)?.url,
      })),
    ).toEqual(read.expected);
  });
});

describe('the app gets what is documented', () => {
  interface Refused {
    readonly failure: Failure;
    readonly extMsg: string;
  }

  test('session', () => {
    const { ok, error, errorOfGenAuthUnknown } = golden<
      Record<'error' | 'errorOfGenAuthUnknown', Refused> & {
        ok: {
          session: Session;
          agreements: { id: string; version: string }[];
          agreedAt: string;
          extMsg: string;
        };
      }
    >('result.session');
    expect(
      sessionResult('s-1', ok.session, {
        ...askFor(named(ok.agreements)),
        yes: {
          at: Date.parse(ok.agreedAt),
          to: { agreements: named(ok.agreements), privacyContract: '', scopes: [] },
        },
      }),
    ).toBe(ok.extMsg);
    for (const { failure, extMsg } of [error, errorOfGenAuthUnknown]) {
      expect(errorResult({ contract: 'session', state: 's-1' }, failure)).toBe(extMsg);
    }
  });

  test('sealed: the JWE in the place of the session', () => {
    const { result } = golden<{ result: GoldenJson }>('result.sealed');
    expectGolden(JSON.parse(sealedResult('s-1', 'aGVhZA..aXY.dGV4dA.dGFn')), result);
  });

  test('sealed: what any JOSE library opens with the private key of the app, and what launch it answers', async () => {
    const { header, content, recipientPrivateKey } = golden<{
      header: GoldenJson;
      content: {
        app: string;
        at: string;
        session: Session;
        consent: { agreements: { id: string; version: string }[]; at: string };
      };
      recipientPrivateKey: {
        note: string;
        kty: string;
        crv: string;
        x: string;
        y: string;
        d: string;
      };
    }>('result.sealed');
    const { note: _, ...privateKey } = recipientPrivateKey;
    const agreements = named(content.consent.agreements);
    const yes = {
      at: Date.parse(content.consent.at),
      to: { agreements, privacyContract: '', scopes: [] },
    };
    const plaintext = sealedContent(
      { ...launch, app: content.app },
      content.session,
      { ...askFor(agreements), yes },
      Date.parse(content.at),
    );
    const jwe = seal(plaintext, privateKey, randomBytes(randomBytesNeeded));
    const opened = await compactDecrypt(jwe, await importJWK(privateKey, 'ECDH-ES'));
    expectGolden(opened.protectedHeader, header);
    expect(JSON.parse(new TextDecoder().decode(opened.plaintext))).toEqual(content);
  });

  test('codes', () => {
    const { granted, grantedWithState, refused } = golden<{
      granted: { extMsg: string };
      grantedWithState: { extMsg: string };
      refused: Refused;
    }>('result.codes');
    expect(codesResult(null, loginCode, phoneCode)).toBe(granted.extMsg);
    expect(codesResult('s-1', loginCode, phoneCode)).toBe(grantedWithState.extMsg);
    expect(errorResult({ contract: 'codes', state: null }, refused.failure)).toBe(refused.extMsg);
  });

  test('ticket, and an app that splits without decoding reads it', () => {
    const { granted, refused } = golden<{
      granted: { ticket: string; extMsg: string; splitNaively: GoldenJson };
      refused: Refused & { splitNaively: GoldenJson };
    }>('result.ticket');
    expect(ticketResult(granted.ticket)).toBe(granted.extMsg);
    expect(errorResult({ contract: 'ticket', state: null }, refused.failure)).toBe(refused.extMsg);
    for (const { extMsg, splitNaively: parts } of [granted, refused])
      expect(splitNaively(extMsg)).toEqual(parts);
  });
});

describe('the client understands how apps open it', () => {
  test('the Guard SDK: no path, no query', () => {
    const { scene } = golden<{ launch: { scene: number } }>('result.codes').launch;
    const entry = readEntry(
      { path: 'pages/login/login', query: {}, scene, caller: mobileAppId },
      'zh_CN',
      brand,
    );
    expect(entry).toMatchObject({ kind: 'launch', launch: { contract: 'codes' } });
  });

  const { paths, scene } = golden<{ launch: { paths: string[]; scene: number } }>(
    'result.ticket',
  ).launch;
  test.each(paths)('the older contract: %s', (template) => {
    const [path = '', query] = fill(template, values).slice(1).split('?');
    const options = {
      path,
      query: Object.fromEntries(new URLSearchParams(query)),
      scene,
      caller: mobileAppId,
    };
    expect(readEntry(options, 'zh_CN', brand)).toMatchObject({
      kind: 'launch',
      launch: { contract: 'ticket', phone: 'required', userPoolId: genauth.userPoolId },
    });
  });
});

/**
 * The origin is the brand's and everything else is as in the golden message; more headers do no
 * harm.
 */
function expectRequest({ method, url, headers, body }: HttpRequest, name: string): void {
  const { request } = fill(golden<GoldenExchange>(name), values);
  const { origin, pathname, search } = new URL(url);
  expect(origin).toBe(genauth.host);
  expect(method).toBe(request.method);
  expect(pathname + search).toBe(request.path);
  expectGolden(headers, { ...request.headers, '{{more}}': true });
  if (request.body !== undefined) expectGolden(body, request.body);
}

/** Agreements as the brand has them; the result tells id and version alone. */
function named(agreements: readonly { id: string; version: string }[]) {
  const words = { 'zh-CN': 't', 'zh-TW': 't', en: 't', ja: 't' };
  return agreements.map((agreement) => ({ ...agreement, title: words, content: { text: words } }));
}
