import { expect, test } from '@jest/globals';
import { useWorkbench } from './open-workbench';

const workbenches = useWorkbench();

test('with one click a login plays by itself, to what its app gets', async () => {
  const { page, row, openRow } = await workbenches.open();
  await page.getByRole('button', { name: /^The best way/ }).click();
  await row('The app is signed in').waitFor();
  expect(new URL(page.url()).searchParams.get('person')).toBe('existing');

  // As the address holds it: who has logged out begins here, too.
  await page.reload();
  await page.getByRole('button', { name: /^A foreign app/ }).click();
  await row('The app is not signed in').waitFor();
  expect(await (await openRow('extMsg')).locator('.json').innerText()).toContain(
    '"app_not_allowed"',
  );
});

test('whoever taps the phone has taken over', async () => {
  const { page, row, program } = await workbenches.open();
  // At the moment itself: a pointer of the test's would come when it comes.
  await page.evaluate(() => {
    const inside = document.querySelector('iframe')?.contentWindow;
    inside?.phone.subscribe(({ kind }) => {
      if (kind !== 'screen') return;
      const frame = inside.document.querySelector<HTMLIFrameElement>('.program-place iframe');
      frame?.contentDocument?.body.dispatchEvent(
        new PointerEvent('pointerdown', { bubbles: true }),
      );
    });
  });
  await page.getByRole('button', { name: /^The best way/ }).click();
  await program.locator('#decline').click();
  await row('The app is not signed in').waitFor();
});
