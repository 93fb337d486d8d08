import { describe, expect, test } from '@jest/globals';
import { fromGenauth } from '../../../scripts/prove/brands';
import type { Model } from '../../../scripts/prove/model';
import { loginScreen, open, phone, settle, tap, wait } from '../open';

/* What is agreed to is what stood on the screen at the tap. */

const contract = '《小程序隐私保护指引》';

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
