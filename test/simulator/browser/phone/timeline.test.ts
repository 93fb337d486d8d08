import { expect, test } from '@jest/globals';
import { createTimeline, mostKept } from '../../../../scripts/simulator/browser/phone/timeline';

test('a phone that stays open keeps the newest entries alone, and tells all to who listens', () => {
  const timeline = createTimeline(() => 0);
  const told: number[] = [];
  timeline.subscribe(({ id }) => told.push(id));
  const complete = timeline.record({ kind: 'wx', api: 'login', args: {} });
  for (let i = 0; i < mostKept + 4; i += 1) timeline.record({ kind: 'warning', message: 'more' });
  expect(timeline.entries).toHaveLength(mostKept);
  expect([timeline.entries[0]?.id, timeline.entries.at(-1)?.id]).toEqual([6, mostKept + 5]);
  // It is gone, and still completed for those who have it.
  complete({ kind: 'wx', outcome: 'success' });
  expect([told.length, told.at(-1)]).toEqual([mostKept + 6, 1]);
});
