import { expect, test } from '@jest/globals';
import { chosen, compareBaselines } from '../../scripts/screens/baselines';
import { openStudios } from '../../scripts/screens/studio';

test('the chosen dozen look as they are kept; npm run screens -- --update keeps a change that is wanted', async () => {
  const studios = await openStudios();
  try {
    const results = await compareBaselines(studios, { out: 'out/screens/differences' });
    expect(results).toHaveLength(chosen.length);
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
  } finally {
    await studios.close();
  }
}, 180_000);
