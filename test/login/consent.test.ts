import { describe, expect, test } from '@jest/globals';
import type { Brand } from '../../miniprogram/login/brand';
import type { View } from '../../miniprogram/login/screen';
import { plain } from '../../scripts/prove/brands';
import type { Model } from '../../scripts/prove/model';
import { open, phone, settle, tap, wait } from './open';

/* What is agreed to is what stood on the screen at the tap. */

const contract = '《小程序隐私保护指引》';

const fromGenauth: Brand = {
  ...plain,
  agreements: { from: 'genauth', consoleHost: 'https://c.example' },
};

function loginScreen(model: Model): Extract<View, { screen: 'login' }> {
  const seen = model.view();
  if (seen.screen !== 'login') throw new Error(`this is the screen ${seen.screen}`);
  return seen;
}

/** WeChat answers about its own contract now, to the call that is waiting. */
function nameContract(model: Model, contractName = contract, needsAuthorization = true): void {
  const { attempt } = model.state.visit;
  model.send({ type: 'privacyRead', attempt, needsAuthorization, contractName });
}

/** Signed in up to the request, with WeChat's contract still unknown. */
function signingIn() {
  const opened = open();
  // 0 is WeChat's contract, 1 the login code.
  opened.run({ do: 'answer', which: 1, how: 'ok' }, tap('tick'), tap('primary'), phone('both'));
  expect(opened.model.state.name).toBe('signingIn');
  return opened;
}

describe('a yes', () => {
  test('is not to a contract that WeChat named while signing in', () => {
    const { run, model } = signingIn();
    nameContract(model);
    run({ do: 'answer', which: 1, how: 'fails' }, tap('retry'), settle);
    const { consent, primary } = loginScreen(model);
    expect(consent).toMatchObject({ agreed: false, label: expect.stringContaining(contract) });
    expect(primary.action).toBe('next');
  });

  test('is not to one that WeChat named on the failure screen', () => {
    const { run, model } = signingIn();
    run({ do: 'answer', which: 1, how: 'fails' });
    nameContract(model);
    run(tap('retry'), settle);
    expect(loginScreen(model).consent.agreed).toBe(false);
  });

  test.each([
    ['named', '', contract],
    ['renamed', contract, '《另一份指引》'],
    ['taken away', contract, ''],
  ])('is gone when the contract is %s, and stays gone when it is as before', (_, from, to) => {
    const { run, model } = open();
    nameContract(model, from);
    run({ do: 'answer', which: 1, how: 'ok' }, tap('tick'), tap('primary'));
    nameContract(model, to);
    expect(loginScreen(model).consent.agreed).toBe(false);
    nameContract(model, from);
    expect(loginScreen(model).consent.agreed).toBe(false);
    // The sheet that WeChat had opened before is answered, and nothing comes of it.
    expect(run(phone('both')).name).toBe('asking');
  });

  test('stays through a retry while the words are the same', () => {
    const { run, model } = open();
    nameContract(model);
    run({ do: 'answer', which: 1, how: 'ok' }, tap('tick'), tap('primary'), phone('both'));
    run({ do: 'answer', which: 1, how: 'fails' }, tap('retry'), settle);
    expect(loginScreen(model).consent.agreed).toBe(true);
  });

  test('stays when WeChat only says that it wants its contract no more', () => {
    const { run, model } = open();
    nameContract(model);
    run({ do: 'answer', which: 1, how: 'ok' }, tap('tick'));
    nameContract(model, contract, false);
    expect(loginScreen(model).consent.agreed).toBe(true);
  });
});

describe("WeChat's contract", () => {
  const asks = (effects: readonly { type: string }[]) =>
    effects.filter(({ type }) => type === 'readPrivacy').length;

  test('is asked for again by each try that does not know it', () => {
    const { run, effects, model } = signingIn();
    run({ do: 'answer', which: 1, how: 'fails' }, tap('retry'));
    expect(asks(effects)).toBe(2);
    nameContract(model);
    expect(loginScreen(model).consent.label).toContain(contract);
  });

  test('also when the login code is renewed, and when the agreements could not be read', () => {
    const renewed = open();
    renewed.run({ do: 'answer', which: 1, how: 'ok' }, wait(240_000));
    expect(asks(renewed.effects)).toBe(2);
    const again = open({}, fromGenauth);
    again.run({ do: 'answer', which: 2, how: 'fails' }, tap('retry'));
    expect(asks(again.effects)).toBe(2);
  });

  test('is not asked for again once it is known', () => {
    const { run, effects } = open();
    run(settle, wait(240_000));
    expect(asks(effects)).toBe(1);
  });
});

describe('the receipt', () => {
  test('names what stood on the screen: agreements, contract and scopes', () => {
    const { run, model } = open({ query: { v: '1', scope: 'openid%20email' } });
    nameContract(model);
    run({ do: 'answer', which: 1, how: 'ok' }, tap('tick'), tap('primary'), phone('both'));
    const state = run({ do: 'answer', which: 1, how: 'ok' });
    if (state.name !== 'returning') throw new Error(state.name);
    expect(JSON.parse(state.result)).toMatchObject({
      consent: {
        agreements: [
          { id: 'terms', version: '1' },
          { id: 'privacy', version: '2' },
        ],
        privacyContract: contract,
        scopes: ['email'],
      },
    });
  });

  test('does not name a contract that came after the tap', () => {
    const { run, model } = signingIn();
    nameContract(model);
    const state = run({ do: 'answer', which: 1, how: 'ok' });
    if (state.name !== 'returning') throw new Error(state.name);
    expect(JSON.parse(state.result).consent).toEqual({
      agreements: [
        { id: 'terms', version: '1' },
        { id: 'privacy', version: '2' },
      ],
      at: expect.any(String),
    });
  });
});

describe('a contract that WeChat says was refused', () => {
  /** The login screen after the tap that WeChat has answered with its privacy error. */
  function refused(query: object = {}) {
    const opened = open({ query: { v: '1', ...query } });
    nameContract(opened.model);
    opened.run({ do: 'answer', which: 1, how: 'ok' }, tap('tick'), tap('primary'));
    const { now } = opened.model;
    opened.run(wait(1_000), phone('privacy'));
    return { ...opened, at: new Date(now).toISOString() };
  }
  const agreements = [
    { id: 'terms', version: '1' },
    { id: 'privacy', version: '2' },
  ];

  test('stands in the sentence no more; the yes to the rest stays, with its time', () => {
    const { model, run, at } = refused();
    const { consent, primary } = loginScreen(model);
    expect(consent).toMatchObject({ agreed: true, label: expect.not.stringContaining(contract) });
    expect(primary.action).toBe('getPhoneNumber');
    run(tap('primary'), phone('both'));
    const state = run({ do: 'answer', which: 1, how: 'ok' });
    if (state.name !== 'returning') throw new Error(state.name);
    expect(JSON.parse(state.result).consent).toEqual({ agreements, at });
  });

  test('is not in the receipt of a login without the number', () => {
    const { run, at } = refused({ phone: 'optional' });
    run(tap('withoutPhone'));
    const state = run({ do: 'answer', which: 1, how: 'ok' });
    if (state.name !== 'returning') throw new Error(state.name);
    expect(JSON.parse(state.result).consent).toEqual({ agreements, at });
  });

  test('is not agreed to by another tick, by the sheet, or under a new name', () => {
    const { model, run } = refused();
    run(tap('untick'), tap('primary'));
    nameContract(model, '《另一份指引》');
    const { sheet, consent } = loginScreen(model);
    for (const parts of [sheet?.parts, consent.parts])
      expect(parts?.some(({ kind }) => kind === 'privacyContract')).toBe(false);
    expect(sheet?.agree.action).toBe('getPhoneNumber');
  });

  test('is asked for again by the next launch', () => {
    const { model } = refused();
    model.launch({ path: 'pages/login/login', query: { v: '1' }, withState: true }, 'app', true);
    nameContract(model);
    expect(loginScreen(model).consent.label).toContain(contract);
  });
});

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
