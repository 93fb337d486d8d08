import { expect, jest, test } from '@jest/globals';
import { chosen, compareBaselines } from '../../scripts/screens/baselines';
import { openStudios } from '../../scripts/screens/studio';

// Many pictures in one browser; a machine that is busy otherwise takes its time.
jest.setTimeout(300_000);

test('the chosen dozen look as they are kept; npm run screens -- --update keeps a change that is wanted', async () => {
  const studios = await openStudios();
  try {
    const results = await compareBaselines(studios, { out: 'out/screens/differences' });
    expect(results).toHaveLength(chosen.length);
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
  } finally {
    await studios.close();
  }
});
