import { expect, test } from '@jest/globals';
import { whyNotRun, whyNotToEnd } from '../../../scripts/simulator/node/ui/unfinished';

const exit = { code: 3, signal: null };
const output = `PASS a.test.js
FAIL b.test.js (5.1 s)
  ● Test suite failed to run

    A jest worker process was terminated

Test Suites: 1 failed
`;

test('what ran when Jest ended says how it ended', () => {
  expect(whyNotToEnd('a.test.js', exit, output)).toBe('Jest ended with code 3 while this ran');
  const killed = { code: null, signal: 'SIGKILL' };
  expect(whyNotToEnd('a.test.js', killed, '')).toBe('Jest ended by SIGKILL while this ran');
});

test('a file has what Jest says of it, and nothing that it says of others', () => {
  const said = expect.stringMatching(/^● Test suite failed to run\s+A jest worker .* terminated$/);
  expect(whyNotToEnd('b.test.js', exit, output)).toEqual(said);
  expect(whyNotRun('b.test.js', exit, output, false)).toEqual(said);
  expect(whyNotRun('c.test.js', exit, output, false)).toBe(
    'Jest did not run this file: it ended with code 3',
  );
});

test('what keeps Jest from every file is said of each', () => {
  expect(whyNotRun('c.test.js', exit, 'no such preset\n', true)).toBe('no such preset');
});
