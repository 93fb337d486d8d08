import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { flowProperty } from '../../scripts/prove/property';
import { reportOf } from '../../scripts/prove/report';
import { login } from '../../scripts/prove/subject';

/** The same sequences each time: what a mutant of the login changes must not depend on chance. */
test.each([1, 2, 3])('250 sequences from seed %i break no invariant', (seed) => {
  const parameters = { seed, numRuns: 250, endOnFailure: true };
  expect(reportOf(fc.check(flowProperty(login, null), parameters)).violation).toBeNull();
});
