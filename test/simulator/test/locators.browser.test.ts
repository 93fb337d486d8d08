import { expect as check, describe, test } from '@jest/globals';
import { expect, type Program } from '@mini-login/simulator/test';
import { Extras } from '../../../scripts/simulator/test/client';
import { conditionOf } from '../../../scripts/simulator/test/condition';
import type { Context } from '../../../scripts/simulator/test/context';
import { FINDS } from './shop';
import { soon, useShop } from './use-shop';

let program: Program;
const { waitForNote, later, total } = useShop((opened) => {
  program = opened;
});

test('a text is found and compared as it is seen, without the marks of line breaks', async () => {
  await (await program.page()).setData({ picked: 'plu\u2060m\u200B pie' });
  await expect(program.getByText('plum pie', { exact: true })).toHaveText('plu\u200Bm pie');
  await expect(program.getByText(/^plum pie$/)).toHaveText(/^plum pie$/);
  await expect(program.locator('#fruit')).toContainText('plum');
});

describe('a locator finds', () => {
  test.each(FINDS)('%s', async (_name, of, count) => {
    check(await of(program).count()).toBe(count);
  });

  test('a text with both kinds of quotes', async () => {
    await later({ late: true });
    await expect(program.getByText('I\'m "late"')).toBeVisible();
  });

  test('a selector that is none is said at once', async () => {
    await check(program.locator('.a:hover').tap()).rejects.toThrow(':hover is not taken');
  });
});

describe('an action waits', () => {
  test('for what is not there yet', async () => {
    await later({ late: true });
    await program.locator('#late').tap();
    await total(1);
  });

  test('for what is disabled', async () => {
    await (await program.page()).setData({ off: true });
    await check(program.locator('#off').tap(soon)).rejects.toThrow(
      /locator\('#off'\)\.tap: waited 200 ms, and <button id="off".* is disabled/,
    );
    await later({ off: false });
    await program.locator('#off').tap();
    await total(1);
  });

  test('for what is covered, and says by what', async () => {
    await (await program.page()).setData({ masked: true });
    await check(program.locator('#under').tap(soon)).rejects.toThrow(
      /<view id="under"> can't be tapped: it is covered by <view class="mask">/,
    );
    await later({ masked: false });
    await program.locator('#under').tap();
    await total(1);
  });

  test('for the one that is meant, and says which there are', async () => {
    await check(program.getByText('Buy').tap()).rejects.toThrow(
      /3 elements are found where one is meant: <button.*nth\(\), first\(\)/s,
    );
    await program.locator('.row').filter({ hasText: 'plum' }).getByText('Buy').tap();
    await total(1);
  });

  test('until its time is over, and says where it stands', async () => {
    await check(program.locator('#no-such-id').tap(soon)).rejects.toThrow(
      /no such element\n {2}page {6}pages\/a\/a\n {2}ids {7}total, card.*\n {2}texts {5}"pear", "Buy"/,
    );
    await check(program.locator('#ghost').tap(soon)).rejects.toThrow('is not visible');
  });

  test('and says what the program threw just before, and no longer', async () => {
    await program.evaluate(() => void setTimeout(() => Promise.reject(new Error('sold out')), 1));
    await check(expect(program.locator('#no-such-id')).toBeVisible(soon)).rejects.toThrow(
      /\n {2}error {5}.*sold out$/,
    );
    await total(0);
    await check(program.locator('#no-such-id').tap(soon)).rejects.not.toThrow('sold out');
  });
});

test('what the simulator tells at once is what the client is told piece by piece, as on DevTools', async () => {
  await (await program.page()).setData({ off: true });
  const { context } = program;
  const asOnDevTools = { ...context, extras: new Extras(context.mini, false) };
  const told = async (of: Context, selector: string) => {
    const condition = await conditionOf(of, await program.locator(selector).first().element());
    const { disabled = null, ariaDisabled = null } = condition;
    return { ...condition, disabled, ariaDisabled };
  };
  for (const selector of ['#off', '#box', '#ghost', '.row'])
    check(await told(context, selector)).toEqual(await told(asOnDevTools, selector));
});

test('fingers: a long press, a swipe; a swiper and a scroll-view', async () => {
  await program.locator('#off').longPress();
  await waitForNote('press');
  await program.locator('#swiper').swipe('left');
  await waitForNote('swipe 1');
  await program.locator('#swiper').swipeTo(0);
  await waitForNote('swipe 0');
  await program.locator('#scroller').scroll({ y: 40 });
  await waitForNote('scroll 40');
});

test('text: fill puts it in place of the old, type behind it', async () => {
  const field = program.locator('#field');
  await expect(field).toHaveValue('Mia');
  await field.fill('Lin');
  await expect(field).toHaveValue('Lin');
  await field.type('da');
  await expect(field).toHaveValue(/^Linda$/);
  check(await field.inputValue()).toBe('Linda');
});

test('text: no more than the keyboard takes, and none into what is disabled', async () => {
  const short = program.locator('#short');
  await short.fill('abc');
  for (const tooLong of [short.fill('abcd'), short.type('d')])
    await check(tooLong).rejects.toThrow(
      '<input> takes 3 characters (maxlength), and the text has 4',
    );
  await check(program.locator('#long').fill('x'.repeat(141))).rejects.toThrow(
    'takes 140 characters',
  );
  // The official client's own: as by a keyboard, which stops.
  const typed = async (selector: string, text: string) => {
    const element = await program.locator(selector).element();
    await (element as unknown as { input(text: string): Promise<void> }).input(text);
  };
  await typed('#short', 'wxyz');
  await expect(short).toHaveValue('wxy');
  await check(typed('#fixed', 'new')).rejects.toThrow('<input> is disabled');
  await expect(program.locator('#fixed')).toHaveValue('x');
  await expect(program.locator('#field')).toHaveValue('Mia');
});

test('setData: an undefined is not set, as WeChat has it', async () => {
  await program.evaluate(() => getCurrentPages()[0]?.setData({ total: undefined, picked: 'fig' }));
  await expect(program.locator('#fruit')).toHaveText('fig');
  await total(0);
});

test('choosing: pickers and action sheets', async () => {
  await program.locator('#fruit').choose('fig');
  await expect(program.locator('#fruit')).toHaveText('fig');
  await program.locator('#fruit').choose(0);
  await expect(program.locator('#fruit')).toContainText('pear');
  // What is not there is said, with what is, and the picker is closed again.
  await check(program.locator('#fruit').choose('nine', soon)).rejects.toThrow(
    '"nine" is not there; there are pear, plum and fig',
  );
  await check(program.locator('#fruit').choose(0, 1, soon)).rejects.toThrow('no column 2');
  check(await program.dialog.read()).toBeNull();
  await program.locator('#fruit').choose('plum', { timeout: 60_000 });
  await expect(program.locator('#fruit')).toHaveText('plum');
  await program.locator('#menu').tap();
  await expect(program).toHaveDialog('Delete');
  await program.dialog.choose('Delete');
  await waitForNote('menu 1');
  await program.locator('#menu').tap();
  await program.dialog.dismiss();
  await waitForNote('menu no');
});

describe('expect looks again', () => {
  test.each<[string, (given: Program) => Promise<void>, (given: Program) => Promise<void>]>([
    [
      'visible',
      () => later({ late: true }),
      (given) => expect(given.locator('#late')).toBeVisible(),
    ],
    [
      'hidden',
      async (given) => {
        await (await given.page()).setData({ late: true });
        await later({ late: false });
      },
      (given) => expect(given.locator('#late')).toBeHidden(),
    ],
    [
      'count',
      () => later({ rows: ['a'] }),
      (given) => expect(given.locator('.row')).toHaveCount(1),
    ],
    [
      'text of a list',
      () => later({ rows: ['a', 'b'] }),
      (given) => expect(given.locator('.name')).toHaveText(['a', /b/]),
    ],
    [
      'checked',
      () => later({ ticked: true }),
      (given) => expect(given.locator('#box')).toBeChecked(),
    ],
    [
      'not',
      () => later({ total: 3 }),
      (given) => expect(given.locator('#total')).not.toHaveText('0 pieces'),
    ],
    [
      'disabled',
      () => later({ off: true }),
      (given) => expect(given.locator('#off')).toBeDisabled(),
    ],
    [
      'attribute',
      () => later({ rows: ['z'] }),
      (given) => expect(given.locator('.row')).toHaveAttribute('data-id', 'z'),
    ],
    [
      'class',
      () => later({ rows: ['z'] }),
      (given) => expect(given.locator('.list > view')).toHaveClass('row'),
    ],
  ])('%s', async (_name, begin, then) => {
    await begin(program);
    await then(program);
  });

  test('until its time is over, and says what it saw instead', async () => {
    await check(expect(program.locator('#total')).toHaveText('9 pieces', soon)).rejects.toThrow(
      /expect\(locator\('#total'\)\)\.toHaveText\("9 pieces"\): waited 200 ms\n {2}expected {2}"9 pieces"\n {2}received {2}"0 pieces"\n {2}page {6}pages\/a\/a/,
    );
    await check(expect(program.locator('.row')).not.toHaveCount(3, soon)).rejects.toThrow(
      /expected {2}not\.3\n {2}received {2}3/,
    );
    await check(expect(program.locator('.none')).toBeEnabled(soon)).rejects.toThrow(
      'received  no such element',
    );
  });
});
