import { expect, test } from '@jest/globals';
import {
  type Disturbance,
  describeDifference,
  nameOf,
  type SearchOptions,
  searchDifference,
} from '@mini-login/simulator/test';

const steps = ['tap #a', 'tap #b'];
const calmly = async () => ({ steps, outcome: { total: 1 } });

/** The disturbances of a search whose every run ends well, in their order. */
async function planOf(options: SearchOptions): Promise<readonly string[]> {
  const plan: string[] = [];
  await searchDifference(calmly, { ...options, onRun: (each) => plan.push(nameOf(each)) });
  return plan;
}

/** Ends otherwise where the process is killed before the second step. */
const fragile = async (disturbance: Disturbance | null) => {
  const isHit = disturbance?.kind === 'kill' && disturbance.step === 2;
  return { steps, outcome: { total: isHit ? 2 : 1 } };
};

test('each kind comes before each step; a seed gives the same again, and another seed another order', async () => {
  const plan = await planOf({ seed: 7 });
  expect(plan.map((each) => each.split(' ').slice(0, 2).join(' ')).sort()).toEqual(
    ['background 1', 'background 2', 'delay 1', 'delay 2', 'kill 1', 'kill 2'].sort(),
  );
  expect(await planOf({ seed: 7 })).toEqual(plan);
  const others = await Promise.all([8, 9, 10].map((seed) => planOf({ seed })));
  expect(others.some((other) => other.join() !== plan.join())).toBe(true);
  expect(await planOf({ seed: 7, most: 2 })).toEqual(plan.slice(0, 2));
  expect(await planOf({ kinds: ['kill'] })).toHaveLength(2);
});

test('the first difference ends the search, and its name brings the same again', async () => {
  const result = await searchDifference(fragile, { seed: 1 });
  expect(result.difference).toEqual({
    ...{ disturbance: 'kill 2', step: 'tap #b' },
    ...{ expected: { total: 1 }, got: { total: 2 } },
  });
  const again = await searchDifference(fragile, { only: 'kill 2' });
  expect([again.runs, again.difference]).toEqual([1, result.difference]);
  expect(describeDifference(result)).toContain('"kill 2" before "tap #b" changes the end (seed 1)');
});

test('a run that fails is a difference with its error; a test that is not green is none', async () => {
  const fails = async (disturbance: Disturbance | null) => {
    if (disturbance) throw new Error('no #b');
    return await calmly();
  };
  expect((await searchDifference(fails, { most: 1 })).difference?.got).toBe('no #b');
  await expect(searchDifference(() => Promise.reject(new Error('red')))).rejects.toThrow('red');
});

test.each(['nap 1', 'kill 0', 'kill', 'background 1 soon'])(
  '"%s" is no disturbance',
  async (only) => {
    await expect(searchDifference(calmly, { only })).rejects.toThrow(only);
  },
);

test('nothing disturbed is not green: no steps, a step that there is not, no kind, no run', async () => {
  const still = async () => ({ steps: [], outcome: 1 });
  await expect(searchDifference(still)).rejects.toThrow('no step');
  await expect(searchDifference(calmly, { only: 'kill 99' })).rejects.toThrow(
    '"kill 99": there is no step 99, the test has 2',
  );
  const kinds = ['kil'] as unknown as SearchOptions['kinds'] & {};
  for (const wrong of [{ kinds: [] }, { kinds }, { most: 0 }, { most: Number.NaN }, { most: 1.5 }])
    await expect(searchDifference(calmly, wrong)).rejects.toThrow(TypeError);
});
