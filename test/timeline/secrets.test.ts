import { describe, expect, test } from '@jest/globals';
import type { TimelineEntry } from '@mini-login/simulator/contract';
import { findSecrets, makeMask, maskedText, secretName } from '../../scripts/timeline/secrets';
import { arrived, journey, refusal, result, secrets } from '../workbench/recorded';

const nothingShown = () => false;

function maskOf(entries: readonly TimelineEntry[]) {
  return makeMask(findSecrets(entries));
}

describe('findSecrets', () => {
  test('names every secret of a journey by what it is, in order of appearance', () => {
    expect(findSecrets(journey).map((secret) => [secretName(secret), secret.value])).toEqual([
      ['login code 1', secrets.loginCode],
      ['phone code 1', secrets.phoneCode],
      ['access_token 1', secrets.access_token],
      ['id_token 1', secrets.id_token],
    ]);
  });

  test('takes no status and no error code for a secret', () => {
    expect(findSecrets(refusal)).toEqual([]);
  });

  test.each([
    [
      'a ticket in a text that is no JSON',
      'code=200&message=ok&ticket=tk_8f2c91aa',
      ['ticket 1'],
      'tk_8f2c91aa',
    ],
    [
      'a sealed result',
      `{"v":1,"sealed":"eyJhbGciOiJFQ0RILUVTIn0..aXY.Y2lwaGVy.dGFn"}`,
      ['sealed 1'],
      'Y2lwaGVy',
    ],
    [
      'both codes',
      `{"code":"${secrets.loginCode}","phoneInfoCode":"abc"}`,
      ['login code 1'],
      secrets.loginCode,
    ],
    ['a phone number', 'The number is +8619900001001.', ['phone number 1'], '19900001001'],
  ])('finds %s', (_name, extMsg, names, hidden) => {
    const entries: TimelineEntry[] = [{ id: 1, at: 0, ...arrived(extMsg) }];
    expect(findSecrets(entries).map(secretName)).toEqual(names);
    expect(maskedText(extMsg, maskOf(entries), nothingShown)).not.toContain(hidden);
  });

  test('finds what WeChat gives in place of a phone code', () => {
    const result = { encryptedData: 'Zm9vYmFyYmF6', iv: 'aXZpdml2aXY=', cloudID: '81_c2VjcmV0' };
    const entries: TimelineEntry[] = [
      { id: 1, at: 0, kind: 'wx', api: 'getPhoneNumber', args: {}, outcome: 'success', result },
    ];
    expect(findSecrets(entries).map(secretName)).toEqual(['encryptedData 1', 'iv 1', 'cloudID 1']);
  });

  test('leaves times alone, which are as long as phone numbers', () => {
    const entries: TimelineEntry[] = [
      { id: 1, at: 0, kind: 'wx', api: 'x', args: { at: '1795443934123', exp: '1796653534' } },
    ];
    expect(findSecrets(entries)).toEqual([]);
  });
});

describe('masking', () => {
  const mask = maskOf(journey);

  test('hides a secret wherever it stands, also where nothing names it', () => {
    const text = `sent ${secrets.loginCode} and got ${result}`;
    const masked = maskedText(text, mask, nothingShown);
    for (const value of Object.values(secrets)) expect(masked).not.toContain(value);
    expect(masked).toContain('sent ‹login code 1› and got');
    expect(masked).toContain('"state":"q3mZb0x8_Vr2"');
  });

  test('hides a secret that is percent-encoded', () => {
    const token = 'a+b/c==1x';
    const entries: TimelineEntry[] = [
      { id: 1, at: 0, kind: 'wx', api: 'x', args: { access_token: token } },
    ];
    expect(maskedText(`?t=${encodeURIComponent(token)}`, maskOf(entries), nothingShown)).toBe(
      '?t=‹access_token 1›',
    );
  });

  test('shows one that was asked for and keeps the others', () => {
    const masked = maskedText(
      `${secrets.loginCode} ${secrets.phoneCode}`,
      mask,
      (secret) => secret.kind === 'login code',
    );
    expect(masked).toBe(`${secrets.loginCode} ‹phone code 1›`);
  });
});
