import { expect, test } from '@jest/globals';
import { brokenWordsAt } from '../support/line-breaks';
import { useWorkbench } from './open-workbench';

const workbenches = useWorkbench();

test('no word of Chinese is taken apart by the end of a line', async () => {
  const { page } = await workbenches.open({ locale: 'zh-CN' });
  expect(await brokenWordsAt(page)).toEqual([]);
  const address = await page.getByRole('link', { name: '沙箱控制台' }).getAttribute('href');
  await page.getByRole('link', { name: '画廊' }).click();
  await page.getByRole('searchbox').fill('没有这样的界面');
  await page.getByText('没有名称包含这些文字的界面。').waitFor();
  expect(await brokenWordsAt(page)).toEqual([]);

  await page.goto(String(address));
  await page.getByText('新建应用').click();
  await page.getByText('新建身份源').click();
  await page.getByLabel('唯一标识').last().waitFor();
  expect(await brokenWordsAt(page)).toEqual([]);
});
