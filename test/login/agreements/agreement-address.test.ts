import { describe, expect, test } from '@jest/globals';
import { readAddress } from '../../../miniprogram/login/genauth/agreement';

describe('an address', () => {
  const hosts = { businessDomains: ['harbor.example'], reader: 'https://reader.example/?url=' };

  test.each([
    ['of another scheme', 'http://harbor.example/x'],
    ['of a file of the phone', '/x'],
    ['of none', ''],
    ['with a user', 'https://me@harbor.example/x'],
  ])('%s is not given to a reader either', (_, href) => {
    expect(readAddress(href, hosts)).toBeNull();
  });

  test('of another host is the reader\u2019s to show', () => {
    expect(readAddress('https://x.example/a?b', hosts)).toBe(
      'https://reader.example/?url=https%3A%2F%2Fx.example%2Fa%3Fb',
    );
  });

  test('whose host only ends like a declared one is none that can be opened', () => {
    for (const host of ['evilharbor.example', 'harbor.example.evil', 'x.harbor.example'])
      expect(readAddress(`https://${host}/x`, { businessDomains: ['harbor.example'] })).toBeNull();
  });

  test('may be 1,024 characters long behind its host', () => {
    const path = `/${'x'.repeat(1_023)}`;
    expect(readAddress(`https://harbor.example${path}`, hosts)).toContain(path);
    expect(readAddress(`https://harbor.example${path}x`, hosts)).toBeNull();
  });
});
