import { expect, test } from '@jest/globals';
import { useWorkbench } from './open-workbench';

const workbenches = useWorkbench();

/** One page after the other: each scenario begins where another has ended. */
test('with one click a login plays by itself, to what its app gets', async () => {
  const { page, app, program, row, openRow } = await workbenches.open();
  const play = async (name: string) => {
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  };
  await play('The best way');
  await row('The app is signed in').waitFor();
  expect(new URL(page.url()).searchParams.get('person')).toBe('existing');

  await app.getByRole('button', { name: 'Sign out' }).click();
  await play('A refusal');
  await row('The app is not signed in').waitFor();
  expect(await (await openRow('extMsg')).innerText()).toContain('"phone_denied"');

  await play('A foreign app');
  await row('The app is not signed in').waitFor();
  expect(await (await openRow('extMsg')).innerText()).toContain('"app_not_allowed"');

  await play('Offline at the tap');
  await program.locator('#retry').waitFor();
  expect(new URL(page.url()).searchParams.get('network')).toBe('offline');
});

test('whoever taps the phone has taken over', async () => {
  const { page, app, row, program } = await workbenches.open();
  await page.getByRole('button', { name: /^The best way/ }).click();
  await row('WXLaunchMiniProgram').waitFor();
  await page.locator('.device-screen').click({ position: { x: 20, y: 60 } });
  await app.locator('.app').waitFor({ state: 'attached' });
  await program.locator('#decline').click();
  await row('The app is not signed in').waitFor();
});
