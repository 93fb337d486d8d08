import { expect, test } from '@jest/globals';
import { isSound } from '../../scripts/deploy/compile/compile-program';
import { compileBrand } from '../../scripts/deploy/fleet/base';
import { root } from '../../scripts/setup/say.mjs';

// Two compilations with the official compiler.

/** Texts that only the code of a hosted program holds, whatever its names are made to. */
const marks = ['ecConnections', 'mobileAppID', "The directory's", '/apps/'];
/** The same of a template. */
const marksOfTemplate = ['getExtConfigSync', 'ext.json', '这个小程序的品牌设置无法使用'];

async function compiled(brand: string) {
  const result = await compileBrand(root, brand);
  if (!result.ok) throw new Error(result.message);
  const scripts = [...result.files].filter(([path]) => path.endsWith('.js'));
  return { result, text: scripts.map(([, content]) => content.toString()).join('\n') };
}

test('a packaged program has none of the code that a hosted one has, nor its words', async () => {
  const { result, text } = await compiled('demo');
  expect([...marks, ...marksOfTemplate].filter((mark) => text.includes(mark))).toEqual([]);
  const pages = [...result.files].filter(([path]) => /\.(wxml|wxss|js)$/.test(path));
  for (const [, content] of pages) expect(content.toString()).not.toMatch(/onLogoLoad|logo-layer/);
  expect(text).not.toContain('这个应用还没有登记');
});

test('a hosted program has it once, is sound, and its first start does not grow', async () => {
  const { result, text } = await compiled('gateway');
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
