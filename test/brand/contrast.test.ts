import { expect, test } from '@jest/globals';
import { contrast } from '../../scripts/brand/contrast';

// The values of WCAG's own examples and of https://webaim.org/resources/contrastchecker/
test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#777777', '#ffffff', 4.48],
  ['#767676', '#ffffff', 4.54],
])('%s on %s is %f : 1, either way round', (front, back, ratio) => {
  expect(contrast(front, back)).toBeCloseTo(ratio, 2);
  expect(contrast(back, front)).toBeCloseTo(ratio, 2);
});
