import { expect, test } from '@jest/globals';
import { refusalCodes } from '@mini-login/server';
import { answerFiles, older } from '../kits/vectors/read';

test('a vector comes to each code that an answer alone can bring about', () => {
  const verdicts = [
    ...answerFiles.flatMap(([, { vectors }]) => vectors.flatMap(({ deliveries }) => deliveries)),
    ...older.vectors,
  ].flatMap(({ verdict }) => (verdict.ok ? [] : [verdict.code]));
  const reached = new Set(verdicts);
  // The first needs no launch, the second an exchange with GenAuth, the third two servers.
  const others = ['not_pending', 'exchange_failed', 'busy'];
  expect(Object.keys(refusalCodes).filter((code) => !reached.has(code))).toEqual(others);
});
