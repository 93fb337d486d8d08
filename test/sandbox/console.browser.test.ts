import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Person } from '@mini-login/sandbox';
import { patience } from '@mini-login/simulator';
import { openChromium } from '@mini-login/simulator/chromium';
import type { Browser, Page, Response, Route } from 'playwright-core';
import { violationsOn } from '../support/axe';
import { type Bench, startBench } from './helpers';

let bench: Bench;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  bench = await startBench();
  browser = await openChromium();
});
beforeEach(async () => {
  bench.sandbox.reset();
  page = await browser.newPage({ locale: 'en' });
  page.setDefaultTimeout(patience());
  await page.goto(`${bench.sandbox.genauth.url}/sandbox/console`);
});
afterEach(() => page.close());
afterAll(async () => {
  await browser.close();
  await bench.sandbox.close();
});

/** Writes into a field and leaves it, which saves it. */
async function write(within: string, label: string, text: string): Promise<void> {
  const field = page.getByTestId(within).getByLabel(label, { exact: false }).first();
  await field.fill(text);
  await field.blur();
}

describe('the form of an identity source', () => {
  test('acts at once', async () => {
    const source = page.getByTestId('source-harbor-wechat');
    await write('source-harbor-wechat', 'Display Name', 'Sign in');
    await source.getByText('Saved').waitFor();
    expect(bench.sandbox.genauth.tenant.connection.displayName).toBe('Sign in');
    await source.getByLabel('Login Only Mode').click();
    await source.getByText('Saved').waitFor();
    expect(await bench.signIn('new')).toMatchObject({ apiCode: 2004 });
    await write('source-harbor-wechat', 'Mini Program Secret', 'wrong');
    await source.getByText('Saved').waitFor();
    expect(await source.getByLabel('Unique ID').isDisabled()).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
  });

  test('says the rule of the Unique ID, and keeps what was typed when it is broken', async () => {
    const form = page.getByTestId('new-source');
    await form.getByText('New identity source').click();
    await write('new-source', 'Unique ID', 'Bad ID');
    await form.getByRole('button', { name: 'Create' }).click();
    await form.getByRole('status').getByText('shorter than 32').waitFor();
    expect(await form.getByLabel('Unique ID').inputValue()).toBe('Bad ID');
    await write('new-source', 'Unique ID', 'lagoon');
    await form.getByLabel('Harbor').check();
    await form.getByRole('button', { name: 'Create' }).click();
    await page.getByTestId('source-lagoon').waitFor();
    expect(await bench.signIn('new', { extIdpConnidentifier: 'lagoon' })).toMatchObject({
      statusCode: 200,
    });
  });
});

test('a person can be turned away with any documented code, and told of one that is not', async () => {
  await write('person-existing', 'Refused with', '4021');
  await page.getByText('Saved').first().waitFor();
  expect(await bench.signIn('existing')).toMatchObject({ apiCode: 4021 });
  await write('person-existing', 'Refused with', '7');
  await page.getByRole('status').getByText('is not documented').waitFor();
});

describe('a change is not lost', () => {
  const existing = async () => {
    const response = await fetch(`${bench.sandbox.genauth.url}/sandbox/people`);
    const people: readonly Person[] = await response.json();
    return people.find(({ id }) => id === 'existing');
  };

  test('that is being written while something else of the page arrives', async () => {
    const [held] = await Promise.all([
      new Promise<Route>((resolve) => void page.route('**/sandbox/apps', resolve)),
      page.reload(),
    ]);
    const field = page.getByTestId('person-existing').getByLabel('Refused with');
    await field.fill('4021');
    await held.continue();
    await page.getByTestId(`app-${bench.sandbox.genauth.tenant.app.id}`).waitFor();
    expect(await field.inputValue()).toBe('4021');
    await field.blur();
    await page.getByText('Saved').first().waitFor();
    expect(await existing()).toMatchObject({ apiCode: 4021 });
  });

  test('by the next one, which is made before the first is answered', async () => {
    const first = new Promise<Route>((resolve) => {
      void page.route('**/sandbox/people/existing', resolve, { times: 1 });
    });
    const answers: Response[] = [];
    const all = page.waitForEvent('response', (response) => {
      if (response.request().method() === 'PUT') answers.push(response);
      return answers.length === 3;
    });
    await write('person-existing', 'Name', 'Chen');
    const held = await first;
    await write('person-existing', 'Phone number', '19900001999');
    await write('person-existing', 'Refused with', '4021');
    await held.continue();
    await all;
    const changed = { name: 'Chen', phone: { number: '19900001999' }, apiCode: 4021 };
    expect(await existing()).toMatchObject(changed);
  });

  test('when agreements go in quick succession', async () => {
    const app = page.getByTestId(`app-${bench.sandbox.genauth.tenant.app.id}`);
    const before = bench.sandbox.genauth.tenant.app.agreements.map(({ id }) => id);
    await app.waitFor();
    const remove = await app.getByRole('button', { name: 'Remove' }).elementHandles();
    await page.evaluate(
      (buttons) => {
        for (const each of buttons) (each as HTMLButtonElement).click();
      },
      remove.slice(0, 2),
    );
    await app.getByText('Saved').waitFor();
    expect(bench.sandbox.genauth.tenant.app.agreements.map(({ id }) => id)).toEqual(
      before.slice(2),
    );
  });

  test('when a form is sent by Enter from the field that was written last', async () => {
    const people = page.locator('#people');
    await people.getByLabel('Id', { exact: true }).pressSequentially('wanda');
    await people.getByLabel('Id', { exact: true }).press('Enter');
    await page.getByTestId('person-wanda').waitFor();
    const faults = page.locator('#faults');
    await faults.getByLabel('Times').fill('3');
    await faults.getByLabel('Times').press('Enter');
    await faults.locator('.rule').getByText('"times":3').waitFor();
  });

  test('that was refused: it stays in its field, which says so', async () => {
    const field = page.getByTestId('person-existing').getByLabel('Refused with');
    await write('person-existing', 'Refused with', '7');
    await page.getByRole('status').getByText('is not documented').waitFor();
    await write('person-existing', 'Name', 'Chen');
    await page.getByText('Saved').first().waitFor();
    expect(await field.inputValue()).toBe('7');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await page.getByTestId('person-existing').getByText('is not documented').waitFor();
    await field.fill('4021');
    expect(await field.getAttribute('aria-invalid')).toBe('false');
  });
});

test('what is refused is said in the form’s own names and language', async () => {
  const chinese = await browser.newPage({ locale: 'zh-CN' });
  await chinese.goto(page.url());
  const source = chinese.getByTestId('source-harbor-wechat');
  await source.getByLabel('原始 ID').fill('bad');
  await source.getByLabel('原始 ID').blur();
  await source.getByRole('status').getByText('原始 ID：“gh_”加').waitFor();
  await source.getByLabel('显示名称').fill('');
  await source.getByLabel('显示名称').blur();
  await source.getByRole('status').getByText('显示名称：1 到 100 个字符').waitFor();
  // The other one still says what is wrong with it.
  expect(await source.getByText('“gh_”加').isVisible()).toBe(true);
  await chinese.close();
});

test('agreements can be taken away', async () => {
  const app = page.getByTestId(`app-${bench.sandbox.genauth.tenant.app.id}`);
  const before = bench.sandbox.genauth.tenant.app.agreements.length;
  await app.getByRole('button', { name: 'Remove' }).first().click();
  await app.getByText('Saved').waitFor();
  expect(bench.sandbox.genauth.tenant.app.agreements).toHaveLength(before - 1);
});

test('a client is registered: where it may be answered, and its secret', async () => {
  const app = () => bench.sandbox.genauth.tenant.app;
  const name = `app-${app().id}`;
  await write(name, 'Redirect URIs', 'http://localhost:3000/callback  com.example.app:/callback');
  await page.getByTestId(name).getByText('Saved').waitFor();
  expect(app().redirectUris).toEqual([
    'http://localhost:3000/callback',
    'com.example.app:/callback',
  ]);
  await write(name, 'Redirect URIs', 'javascript:alert(1)');
  await page.getByTestId(name).getByRole('status').getByText('Redirect URIs: each').waitFor();
  await write(name, 'App Secret', 'my secret');
  await page.getByTestId(name).getByText('Saved').waitFor();
  expect(app().secret).toBe('my secret');
  expect(app().redirectUris).toHaveLength(2);
});

test('a fault is met by the next sign-in, and the journal shows it', async () => {
  await page.locator('#faults').getByRole('combobox', { name: 'Fault' }).selectOption('api-code');
  await page.locator('#faults').getByRole('button', { name: 'Add' }).click();
  await page.locator('#faults .rule').waitFor();
  expect(await bench.signIn('existing')).toMatchObject({ statusCode: 429, apiCode: 1002 });
  await page.locator('#journal').getByText('api-code', { exact: true }).waitFor();
  expect(await page.locator('#journal').innerText()).not.toContain('19900001002');
});

test('no other page can hold it in a frame', async () => {
  const response = await fetch(`${bench.sandbox.genauth.url}/sandbox/console/`);
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});

test('the journal has nothing of the page that shows it; it is searched, and sent again from', async () => {
  await bench.signIn('existing');
  await bench.signIn('blocked');
  const journal = page.locator('#journal');
  await journal.getByText('/api/v3/signin-by-mobile').nth(1).waitFor();
  const paths = bench.sandbox.journal.all().map(({ path }) => path);
  expect(paths.filter((path) => /sandbox|favicon|journal/.test(path))).toEqual([]);

  await journal.getByLabel('Outcome').selectOption('failed');
  expect(await journal.locator('.exchange').count()).toBe(1);
  await journal.getByLabel('Outcome').selectOption('all');
  await journal.getByLabel('Search').fill('signin-by-mobile POST');
  expect(await journal.locator('.exchange').count()).toBe(2);
  await journal.locator('.exchange').last().locator('summary').click();
  await journal.getByRole('button', { name: 'Send again' }).click();
  await journal.getByText('Sent; HTTP').waitFor();
  await journal.locator('.exchange').nth(2).waitFor();
});

test.each([
  ['http://127.0.0.1:5180', 1],
  ['https://elsewhere.example', 0],
  ['javascript:alert(1)', 0],
])('the way back leads to a workbench on this machine only: %s', async (address, links) => {
  const url = new URL(page.url());
  await page.goto(`${url.origin}${url.pathname}?${new URLSearchParams({ workbench: address })}`);
  await page.getByRole('heading', { name: 'Identity sources' }).waitFor();
  expect(await page.getByRole('link', { name: 'Back to the workbench' }).count()).toBe(links);
});
