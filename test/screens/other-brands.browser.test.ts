import { describe, expect, test } from '@jest/globals';
import { chosenOfOthers, compareOther } from '../../scripts/screens/baselines';
import { otherBrands } from '../../scripts/screens/other-brands';
import { openRenderers } from '../../scripts/screens/renderer';

describe.each(Object.entries(otherBrands))('the brand %s', (name, compose) => {
  test('looks as it is kept; npm run dev -- screens --update keeps a change that is wanted', async () => {
    const program = compose();
    const renderers = await openRenderers({ program });
    try {
      const results = await compareOther(renderers, name, {
        brand: program.brand,
        out: 'out/screens/differences',
      });
      expect(results).toHaveLength(chosenOfOthers[name]?.length ?? 0);
      expect(results.filter(({ ok }) => !ok)).toEqual([]);
    } finally {
      await renderers.close();
    }
  });
});
