import { expect, test } from '@jest/globals';
import { failureOf } from '../../scripts/deploy/upload/failure';
import { uploadRecord } from '../../scripts/deploy/upload/record';
import { inLanguage } from '../../scripts/messages/say';

const refused = (errMsg: string) =>
  failureOf({
    state: 'failed',
    code: 20003,
    message: `Error: {"errCode":-80011,"errMsg":"${errMsg}"}`,
    mayHaveArrived: false,
  });

test.each([
  ['invalid ip: 1.2.3.4, reference', 'ip'],
  ['check signature failed', 'key'],
  ['no permission to upload', 'permission'],
  ['invalid appid', 'appId'],
  ['bad user_version', 'version'],
  ['source size 3000KB exceed max limit 2MB', 'size'],
  ['ip 1.2.3.4 not in whitelist', 'ip'],
  ['source size 2061KB exceed max limit 2MB, appid wx1', 'size'],
  ['dev platform ext appid not auth', 'provider'],
  ['get new ticket fail, appid wx0123456789abcdef', 'server'],
  ['appid is busy', 'server'],
  ['description service is down', 'server'],
  ['internal version service error', 'server'],
  ['zip is broken', 'server'],
  ['system error', 'server'],
])("WeChat's %s is explained (%s), in its own words and with its number", (errMsg, reason) => {
  expect(refused(errMsg)).toEqual({
    reason,
    message: `WeChat refuses: ${errMsg} (-80011)`,
    remedy: expect.stringMatching(/\w{3}/),
    mayHaveArrived: false,
  });
});

test('a whole page of HTML is one short line', () => {
  const message = `Error: SyntaxError: Unexpected token '<'\n${'<p>'.repeat(10_000)}`;
  expect(failureOf({ state: 'failed', code: 20003, message, mayHaveArrived: true })).toMatchObject({
    reason: 'answer',
    message: "SyntaxError: Unexpected token '<'",
  });
});

const numbered = (errCode: number, errMsg: string) =>
  failureOf({
    state: 'failed',
    code: 20003,
    message: `Error: {"errCode":${errCode},"errMsg":"${errMsg}"}`,
    mayHaveArrived: false,
  }).reason;

test.each([
  [-1, 'system error', 'busy'],
  [45009, 'reach max api daily quota limit', 'quota'],
  [48001, 'api unauthorized', 'permission'],
  [41002, 'appid missing', 'appId'],
  [40013, 'check signature failed', 'appId'],
  [40164, 'whatever', 'ip'],
  [61007, 'api is unauthorized, appid', 'provider'],
])('the number %i says more than its words, %s', (errCode, errMsg, reason) => {
  expect(numbered(errCode, errMsg)).toBe(reason);
});

test('what may have arrived says where to look, whatever the reason is', () => {
  const cut = { state: 'failed', code: 20003, message: 'Error: socket hang up' } as const;
  expect(failureOf({ ...cut, mayHaveArrived: true })).toEqual({
    reason: 'network',
    message: 'the connection was cut after the package went out: socket hang up',
    remedy: expect.stringMatching(/may have arrived.*版本管理.*--again/),
    mayHaveArrived: true,
  });
  expect(failureOf({ ...cut, mayHaveArrived: false }).remedy).toContain('the proxy');
});

test('a full disk is no refusal of the program', () => {
  const full = { code: 'ENOSPC', message: 'ENOSPC: no space left on device, write' };
  expect(failureOf({ state: 'failed', mayHaveArrived: false, ...full })).toMatchObject({
    reason: 'disk',
    remedy: expect.stringContaining('nothing was sent'),
  });
});

test("what was waited for is in the reader's language, and an earlier version's words are kept", () => {
  const failed = { state: 'failed', code: 'timeout', mayHaveArrived: true, message: 'no-answer' };
  const read = (more: object) => {
    const record = uploadRecord.parse({ ...failed, ...more });
    return record.state === 'failed' ? failureOf(record) : null;
  };
  const silence = { what: 'no-answer', seconds: 180 };
  expect(read({ silence })).toMatchObject({ reason: 'timeout', message: 'no answer in 180 s' });
  expect(inLanguage('zh', () => read({ silence }))?.message).toBe('微信 180 秒没有应答');
  expect(read({ message: 'no answer in 60 s' })?.message).toBe('no answer in 60 s');
});
