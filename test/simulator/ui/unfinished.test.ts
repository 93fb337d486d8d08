import { expect, test } from '@jest/globals';
import type { JestEnd } from '../../../scripts/simulator/node/ui/jest';
import { unfinished } from '../../../scripts/simulator/node/ui/unfinished';
import { EMPTY } from '../../../scripts/simulator/ui/model';

const exit = { code: 3, signal: null };
const OUTPUT = `PASS a.test.js
FAIL b.test.js (5.1 s)
  ● Test suite failed to run

    A jest worker process was terminated

Test Suites: 1 failed
`;

/** Of files that were begun, and of chosen ones. */
function errors(
  begun: readonly string[],
  chosen: readonly string[],
  end: JestEnd = exit,
  output = OUTPUT,
): readonly unknown[] {
  const reports = { reached: new Set(begun), begun: new Set(begun) };
  const all = chosen.map((path) => ({ path, tests: null }));
  const events = [...unfinished({ ...EMPTY, output }, all, reports, end)];
  return events.map((event) => (event.type === 'fileOver' ? event.error : event));
}

test('what ran when Jest ended says how it ended', () => {
  expect(errors(['a.test.js'], [])).toEqual(['Jest ended with code 3 while this ran']);
  const killed = { code: null, signal: 'SIGKILL' };
  expect(errors(['a.test.js'], [], killed)).toEqual(['Jest ended by SIGKILL while this ran']);
});

test('a file has what Jest says of it, and nothing that it says of others', () => {
  const said = expect.stringMatching(/^● Test suite failed to run\s+A jest worker .* terminated$/);
  expect(errors(['b.test.js'], [])).toEqual([said]);
  expect(errors(['a.test.js'], ['b.test.js', 'c.test.js'])).toEqual([
    'Jest ended with code 3 while this ran',
    ...[said, 'Jest did not run this file: it ended with code 3'],
  ]);
});

test('what keeps Jest from every file is said of each', () => {
  expect(errors([], ['b.test.js', 'c.test.js'], exit, 'no such preset\n')).toEqual([
    ...['no such preset', 'no such preset'],
  ]);
});
