import { expect, test } from '@jest/globals';
import { isSound } from '../../scripts/deploy/compile/compile-program';
import { compileBrand } from '../../scripts/deploy/fleet/base';
import { root } from '../../scripts/setup/say.mjs';
import { marks, scriptsOf } from './marks-of-hosted';

test('a hosted program has its code once, is sound, and its first start does not grow', async () => {
  const result = await compileBrand(root, 'gateway');
  if (!result.ok) throw new Error(result.message);
  const text = scriptsOf(result.files);
  for (const mark of marks) expect(text).toContain(mark);
  expect(text.split('ecConnections')).toHaveLength(2);
  // Without the marks of where a line may end.
  expect(text.replaceAll('|', '').includes('这个应用还没有登记')).toBe(true);
  expect(isSound(result)).toBe(true);
  // What reads the directory is loaded while the directory is awaited, and not before.
  const atStart = [...result.files].filter(([path]) => !path.startsWith('pages/agreement/'));
  for (const [path, content] of atStart)
    expect([path, content.includes('ecConnections')]).toEqual([path, false]);
  expect(result.sizes.main).toBeLessThanOrEqual(101_000);
});
