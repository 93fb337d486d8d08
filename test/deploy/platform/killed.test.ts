import { expect, test } from '@jest/globals';
import { killedRuns } from '../../../scripts/bench/platform';

/** Mulberry32: the same moments each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test('20 programs are each committed and submitted once, by runs that are killed five times', async () => {
  const { wrong, failed, kills } = await killedRuns({
    ...{ programs: 20, kills: 5, lost: 8, callsPerMinute: 100_000, random: seeded(20) },
  });
  expect({ wrong, failed }).toEqual({ wrong: [], failed: [] });
  expect(kills).toBe(5);
}, 300_000);
