import { expect, test } from '@jest/globals';
import { runParts } from '../../scripts/bench/run-parts';

test('a part that fails costs that part alone, and is named', async () => {
  let said = '';
  const parts = [
    { name: 'first', measure: async () => ({ 'first.ms': 1 }) },
    {
      name: 'second',
      measure: async () => {
        throw new Error('no such mini program: touristappid');
      },
    },
    { name: 'third', measure: async () => ({ 'third.ms': 3 }) },
  ];
  const measured = await runParts(parts, (text) => {
    said += text;
  });
  expect(measured).toEqual({ numbers: { 'first.ms': 1, 'third.ms': 3 }, failed: ['second'] });
  expect(said).toContain('measuring second... failed: Error: no such mini program: touristappid');
  expect(said).toMatch(/measuring third\.\.\. [\d.]+ s\n$/);
});
