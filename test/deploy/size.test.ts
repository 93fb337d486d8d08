import { expect, test } from '@jest/globals';
import { packageSizes } from '../../scripts/deploy/compile/size';

const files = new Map([
  ['app.js', Buffer.alloc(100)],
  ['packages/seal/seal.js', Buffer.alloc(40)],
  ['packages/seal-more.js', Buffer.alloc(3)],
]);

test('without subpackages everything is in the main package', () => {
  expect(packageSizes(files, [])).toEqual({ main: 143, subpackages: {}, total: 143 });
});

test.each(['packages/seal', 'packages/seal/'])(
  'the subpackage %s is counted apart, its namesakes are not',
  (root) => {
    expect(packageSizes(files, [root])).toEqual({
      main: 103,
      subpackages: { [root]: 40 },
      total: 143,
    });
  },
);

test('a subpackage that compiled to nothing is there with 0 bytes', () => {
  expect(packageSizes(files, ['gone/']).subpackages).toEqual({ 'gone/': 0 });
});
