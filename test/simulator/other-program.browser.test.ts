import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openPhone, type Page, type Phone } from '@mini-login/simulator';
import { type FixtureEnvironment, startFixtureEnvironment } from './fixtures/cloud';

/*
 * The simulator knows no product: a to-do list, which has nothing to do with a login, runs in it
 * with options of its own.
 */

const program = {
  project: join(import.meta.dirname, 'fixtures/notes'),
  requestDomains: [],
  hosts: {},
  programName: 'Notes',
};
let environment: FixtureEnvironment;
let phone: Phone;

beforeAll(async () => {
  environment = await startFixtureEnvironment();
  phone = await openPhone({ simulator: { ...program, cloud: `${environment.url}/cloud` } });
});
afterAll(async () => {
  await phone.close();
  await environment.close();
});

async function tap(selector: string): Promise<void> {
  await (await (await phone.miniProgram.currentPage()).$(selector))?.tap();
}

/** The page of this name, once it is in front. */
async function pageInFront(path: string): Promise<Page> {
  await phone.waitForEntry(
    (entry) => entry.kind === 'lifecycle' && entry.target === path && entry.hook === 'onShow',
  );
  return await phone.miniProgram.currentPage();
}

const errors = (of: Phone) => of.timeline().filter(({ kind }) => kind === 'error');

test('a note is written in a form, survives the process and is done', async () => {
  await phone.launch();
  await tap('.add');
  const form = await pageInFront('pages/write/write');
  await (await form.$('.text'))?.input('Buy milk');
  await tap('.urgent');
  await tap('.save');
  await phone.waitForEntry(
    (entry) =>
      entry.kind === 'lifecycle' &&
      entry.target === 'pages/write/write' &&
      entry.hook === 'onUnload',
  );
  const list = await phone.miniProgram.currentPage();
  await list.waitFor('note');
  expect(await list.data('notes')).toEqual([{ text: 'Buy milk', urgent: true }]);

  await phone.kill();
  await phone.launch();
  const again = await phone.miniProgram.currentPage();
  const note = await again.$('note');
  const done = await note?.$('.done');
  expect(await (await note?.$('.note-text'))?.text()).toBe('Buy milk');
  await done?.tap();
  await again.waitFor('.empty');
  expect(errors(phone)).toEqual([]);
});

test('a product that may keep nothing says so, and each write is an error on the timeline', async () => {
  const strict = await openPhone({
    simulator: { ...program, cloud: `${environment.url}/cloud`, storage: 'reported' },
  });
  try {
    await strict.launch();
    await strict.miniProgram.callWxMethod('setStorageSync', 'notes', []);
    expect(errors(strict)).toEqual([
      expect.objectContaining({ message: expect.stringContaining('stored "notes"') }),
    ]);
  } finally {
    await strict.close();
  }
});
