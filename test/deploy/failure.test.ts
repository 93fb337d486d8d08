import { expect, test } from '@jest/globals';
import { failureOf } from '../../scripts/deploy/upload/failure';

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
