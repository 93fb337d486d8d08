import { describe, expect, test } from '@jest/globals';
import { contrast, nearestPassing } from '../../scripts/brand/pack/contrast';

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

describe('the nearest colour that passes', () => {
  test.each([
    ['#e4007f', [{ with: '#ffffff', least: 7 }]],
    ['#00aaff', [{ with: '#ffffff', least: 4.5 }]],
    ['#333333', [{ with: '#111111', least: 4.5 }]],
    [
      '#0b6478',
      [
        { with: '#ffffff', least: 4.5 },
        { with: '#111111', least: 2.5 },
      ],
    ],
  ])('to %s keeps %j', (colour, requirements) => {
    const found = nearestPassing(colour, requirements) ?? '';
    for (const { with: other, least } of requirements)
      expect(contrast(found, other)).toBeGreaterThanOrEqual(least);
  });

  test('is the colour itself, or all but, where it passes', () => {
    expect(nearestPassing('#767676', [{ with: '#ffffff', least: 4.5 }])).toMatch(
      /^#7[56]7[56]7[56]$/,
    );
  });

  test('is not there where white and black are both asked for', () => {
    expect(
      nearestPassing('#0b6478', [
        { with: '#ffffff', least: 7 },
        { with: '#000000', least: 7 },
      ]),
    ).toBeNull();
  });
});
