import { expect, test } from '@jest/globals';
import { useWorkbench } from './open-workbench';

const workbenches = useWorkbench();

test('the address holds what was chosen: through a reload, back and forward, and in a copied link', async () => {
  const { page, app } = await workbenches.open();
  await page.waitForURL(/person=new/);
  await page.getByLabel('Language').selectOption('ja');
  await page.getByText('sealed', { exact: true }).click();
  await page.getByLabel('GenAuth answers').selectOption('html');
  await page.getByText('refuse', { exact: true }).click();
  await page.getByRole('combobox', { name: 'launchApp', exact: true }).selectOption('cancelled');
  await page.waitForURL(/wechat\.launchApp=cancelled/);
  const { searchParams } = new URL(page.url());
  expect(Object.fromEntries(searchParams)).toMatchObject({
    lang: 'ja',
    contract: 'sealed',
    'server.sign-in': 'html',
    answers: 'reject',
  });

  await page.reload();
  await app.getByRole('button', { name: 'WeChatでログイン' }).waitFor();
  await page.waitForURL(/wechat\.launchApp=cancelled/);
  const launchApp = page.getByRole('combobox', { name: 'launchApp', exact: true });
  expect(await launchApp.inputValue()).toBe('cancelled');
  expect(await page.getByRole('radio', { name: 'sealed' }).isChecked()).toBe(true);
  expect(await page.getByRole('radio', { name: 'refuse' }).isChecked()).toBe(true);

  for (const gone of [/wechat\./, /answers/, /server\./, /contract=sealed/]) {
    await page.goBack();
    expect(page.url()).not.toMatch(gone);
  }
  await page.getByRole('radio', { name: 'session', checked: true }).waitFor();
  expect(await page.getByLabel('GenAuth answers').inputValue()).toBe('none');
  await page.goForward();
  await page.getByRole('radio', { name: 'sealed', checked: true }).waitFor();

  // Back and at once forward again, wherever the page is with the step before.
  const steps = await page.evaluate('history.length');
  for (let pause = 0; pause < 160; pause += 8) {
    await page.evaluate(
      `new Promise((done) => {
        history.back();
        addEventListener('popstate', () => setTimeout(() => {
          history.forward();
          addEventListener('popstate', done, { once: true });
        }, ${pause}), { once: true });
      })`,
    );
  }
  expect(await page.evaluate('history.length')).toBe(steps);
  await page.getByRole('radio', { name: 'sealed', checked: true }).waitFor();

  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Copied').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(page.url());
});
