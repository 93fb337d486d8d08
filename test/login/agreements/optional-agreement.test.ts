import { describe, expect, test } from '@jest/globals';
import { fromGenauth } from '../../../scripts/prove/brands';
import { loginScreen, open, phone, settle, tap, wait } from '../open';

describe('an optional agreement', () => {
  const titles = [
    { id: 7, title: 'I agree to <a href="https://t.example/1">Terms</a>', required: true },
    { id: 8, title: '<a href="https://t.example/2">News</a> by mail', required: false },
    { id: 9, title: 'Calls', required: false },
  ];

  /** The login screen of a brand whose agreements GenAuth keeps. */
  function asking() {
    const opened = open({}, fromGenauth);
    const { model, run } = opened;
    const { attempt } = model.state.visit;
    const body = { code: 200, data: { agreementEnabled: true, agreements: titles } };
    model.send({
      type: 'responded',
      attempt,
      purpose: 'agreements',
      response: { status: 200, body },
    });
    run({ do: 'answer', which: 1, how: 'ok' });
    const toggle = (id: string, agreed: boolean) =>
      model.send({ type: 'optionToggled', id, agreed, screen: model.state.visit.screen });
    const receipt = () => {
      run({ do: 'answer', which: 2, how: 'ok' });
      const { state } = model;
      if (state.name !== 'returning') throw new Error(state.name);
      const { consent } = JSON.parse(state.result);
      return consent.agreements.map(({ id }: { id: string }) => id);
    };
    return { ...opened, toggle, receipt };
  }

  test('has a box of its own, unticked, in the words of its title', () => {
    const { model } = asking();
    const { consent, options } = loginScreen(model);
    expect(consent.label).toContain('Terms');
    expect(consent.label).not.toMatch(/News|Calls/);
    expect(options.map(({ id, agreed, label }) => [id, agreed, label])).toEqual([
      ['8', false, 'News by mail（可选）'],
      ['9', false, 'Calls（可选）'],
    ]);
    expect(options[0]?.parts.map(({ kind, id }) => [kind, id])).toEqual([
      ['agreement', '8'],
      ['text', 'text-1'],
      ['text', 'text-2'],
    ]);
  });

  test('is not needed, and not in the receipt without its tick', () => {
    const { run, receipt } = asking();
    run(tap('tick'), tap('primary'), phone('both'));
    expect(receipt()).toEqual(['7']);
  });

  test('is in the receipt with its tick, which is not a yes to the rest', () => {
    const { model, run, toggle, receipt } = asking();
    toggle('8', true);
    expect(loginScreen(model)).toMatchObject({
      consent: { agreed: false },
      primary: { action: 'next' },
      options: [{ agreed: true }, { agreed: false }],
    });
    run(tap('primary'), tap('sheetAgree'), phone('both'));
    expect(receipt()).toEqual(['7', '8']);
  });

  test('that is ticked later has the receipt name that time, and none that was taken back', () => {
    const at = (also: (toggle: ReturnType<typeof asking>['toggle']) => void) => {
      const { model, run, toggle } = asking();
      run(tap('tick'));
      const { now } = model;
      run(wait(5_000));
      also(toggle);
      run(wait(1_000), tap('primary'), phone('both'), { do: 'answer', which: 2, how: 'ok' });
      const { state } = model;
      if (state.name !== 'returning') throw new Error(state.name);
      return Date.parse(JSON.parse(state.result).consent.at) - now;
    };
    expect(at(() => undefined)).toBe(0);
    expect(at((toggle) => toggle('8', true))).toBe(5_000);
    expect(at((toggle) => toggle('none', true))).toBe(0);
    expect(at((toggle) => toggle('8', false))).toBe(0);
  });

  test('is left out once its tick is taken back, and stands once after two', () => {
    const { run, toggle, receipt } = asking();
    toggle('8', true);
    toggle('8', false);
    toggle('9', true);
    toggle('9', true);
    run(tap('tick'), tap('primary'), phone('both'));
    expect(receipt()).toEqual(['7', '9']);
  });

  test('cannot be made of one that the login needs, or of none', () => {
    const { run, toggle, receipt, model } = asking();
    toggle('7', true);
    toggle('1', true);
    expect(loginScreen(model).consent.agreed).toBe(false);
    run(tap('tick'), tap('primary'), phone('both'));
    expect(receipt()).toEqual(['7']);
  });

  test('keeps its tick through a retry, and not into another launch', () => {
    const { model, run, toggle } = asking();
    toggle('8', true);
    run(tap('tick'), tap('primary'), phone('both'), { do: 'answer', which: 2, how: 'fails' });
    run(tap('retry'));
    expect(loginScreen(model).options[0]?.agreed).toBe(true);
    run({ do: 'launchAgain' }, settle);
    expect(model.state).toMatchObject({ consent: { yes: null, chosen: [] } });
  });

  test('may be ticked while WeChat asks for the number', () => {
    const { run, toggle, receipt } = asking();
    run(tap('tick'), tap('primary'));
    toggle('8', true);
    run(phone('both'));
    expect(receipt()).toEqual(['7', '8']);
  });
});
