import { expect, test } from '@jest/globals';
import { countShifts, shiftsOn } from './layout-shifts';
import { useWorkbench } from './open-workbench';

const workbenches = useWorkbench();

/** What counts as good: https://web.dev/articles/cls */
const GOOD = 0.1;

test.each([
  ['en-US', 390],
  ['en-US', 1280],
  ['zh-CN', 390],
  ['zh-CN', 1280],
] as const)(
  'nothing jumps while it loads and while a login runs (%s, %i px wide)',
  async (locale, width) => {
    const { page, app, program } = await workbenches.open({
      locale,
      viewport: { width, height: 844 },
    });
    await countShifts(page);
    await page.reload();
    await app.getByRole('button').first().waitFor();
    const loaded = await shiftsOn(page);
    await app.getByRole('button').first().click();
    await program.locator('#primary').waitFor();
    const launched = await shiftsOn(page);
    expect([loaded, launched].filter((jumps) => jumps > GOOD)).toEqual([]);
  },
);

test('a name that is too long for the bar ends in dots, before the capsule', async () => {
  const { page, logInUpToSheet } = await workbenches.open();
  await logInUpToSheet();
  const bar = page.frameLocator('.device-screen iframe');
  const found = await bar.locator('.navigation-name').evaluate((name) => {
    name.textContent = 'A name that no navigation bar of any phone has room for';
    const capsule = document.querySelector('.capsule')?.getBoundingClientRect();
    return {
      isCut: name.scrollWidth > name.clientWidth,
      dots: getComputedStyle(name).textOverflow,
      isClear: name.getBoundingClientRect().right < Number(capsule?.left),
    };
  });
  expect(found).toEqual({ isCut: true, dots: 'ellipsis', isClear: true });
});
