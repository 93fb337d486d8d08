import { expect, test } from '@jest/globals';
import { useWorkbench } from './open-workbench';

const workbenches = useWorkbench();

test('with one click a login plays by itself, to what its app gets', async () => {
  const { page, row } = await workbenches.open();
  await page.getByRole('button', { name: /^The best way/ }).click();
  await row('The app is signed in').waitFor();
  expect(new URL(page.url()).searchParams.get('person')).toBe('existing');
});
