import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { mapAtMost } from '../../scripts/checks/map-at-most';

test.each([
  [1, 1],
  [2, 2],
  [9, 5],
])('with %i at a time, %i work at once, and the answers keep their order', async (count, most) => {
  let working = 0;
  let seen = 0;
  const answers = await mapAtMost(count, [5, 1, 4, 2, 3], async (turns) => {
    working += 1;
    seen = Math.max(seen, working);
    for (let turn = 0; turn < turns; turn += 1) await nextTurn();
    working -= 1;
    return turns * 10;
  });
  expect(answers).toEqual([50, 10, 40, 20, 30]);
  expect(seen).toBe(most);
});

test('what fails fails the whole', async () => {
  const work = async (item: number) => {
    if (item === 2) throw new Error('it broke');
    return item;
  };
  await expect(mapAtMost(2, [1, 2, 3], work)).rejects.toThrow('it broke');
});
