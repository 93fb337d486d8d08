import { expect, test } from '@jest/globals';
import { fuzzes } from '../../scripts/prove/fuzz';

const expected: Readonly<Record<string, readonly string[]>> = {
  launches: ['launch', 'refused', 'return', 'noApp'],
  'GenAuth answers': [
    'session',
    'ticket',
    'agreements',
    'server',
    'agreements_missing',
    'account_locked',
    'code_expired',
    'rate_limited',
  ],
  'phone details': [
    'ok',
    'phone_denied',
    'phone_not_allowed',
    'phone_quota',
    'privacy_refused',
    'privacy_undeclared',
    'phone_unavailable',
    'unknown',
  ],
  'directory answers': [
    'served',
    'app_not_registered',
    'program_mismatch',
    'directory_invalid',
    'directory_unavailable',
    'agreements_missing',
  ],
};

test.each(fuzzes.map((fuzz) => [fuzz.name, fuzz] as const))(
  '5,000 %s, right, wrong and nonsense: none throws, each has a named outcome',
  (name, fuzz) => {
    const outcomes = fuzz.run(5_000);
    expect([...outcomes.keys()]).toEqual(expect.arrayContaining([...(expected[name] ?? [])]));
  },
);
