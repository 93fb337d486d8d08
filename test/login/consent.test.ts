import { describe, expect, test } from '@jest/globals';
import type { View } from '../../miniprogram/login/screen';
import { plain } from '../../scripts/prove/brands';
import type { World } from '../../scripts/prove/world';
import { open, phone, settle, tap, wait } from './open';

/* What is agreed to is what stood on the screen at the tap. */

const contract = '《小程序隐私保护指引》';

function loginScreen(world: World): Extract<View, { screen: 'login' }> {
  const seen = world.view();
  if (seen.screen !== 'login') throw new Error(`this is the screen ${seen.screen}`);
  return seen;
}

/** WeChat answers about its own contract now, to the call that is waiting. */
function nameContract(world: World, contractName = contract, needsAuthorization = true): void {
  const { attempt } = world.state.visit;
  world.send({ type: 'privacyRead', attempt, needsAuthorization, contractName });
}

/** Signed in up to the request, with WeChat's contract still unknown. */
function signingIn() {
  const opened = open();
  // 0 is WeChat's contract, 1 the login code.
  opened.run({ do: 'answer', which: 1, how: 'ok' }, tap('tick'), tap('primary'), phone('both'));
  expect(opened.world.state.name).toBe('signingIn');
  return opened;
}

describe('a yes', () => {
  test('is not to a contract that WeChat named while signing in', () => {
    const { run, world } = signingIn();
    nameContract(world);
    run({ do: 'answer', which: 1, how: 'fails' }, tap('retry'), settle);
    const { consent, primary } = loginScreen(world);
    expect(consent).toMatchObject({ agreed: false, label: expect.stringContaining(contract) });
    expect(primary.action).toBe('next');
  });

  test('is not to one that WeChat named on the failure screen', () => {
    const { run, world } = signingIn();
    run({ do: 'answer', which: 1, how: 'fails' });
    nameContract(world);
    run(tap('retry'), settle);
    expect(loginScreen(world).consent.agreed).toBe(false);
  });

  test.each([
    ['named', '', contract],
    ['renamed', contract, '《另一份指引》'],
    ['taken away', contract, ''],
  ])('is gone when the contract is %s, and stays gone when it is as before', (_, from, to) => {
    const { run, world } = open();
    nameContract(world, from);
    run({ do: 'answer', which: 1, how: 'ok' }, tap('tick'), tap('primary'));
    nameContract(world, to);
    expect(loginScreen(world).consent.agreed).toBe(false);
    nameContract(world, from);
    expect(loginScreen(world).consent.agreed).toBe(false);
    // The sheet that WeChat had opened before is answered in vain.
    expect(run(phone('both')).name).toBe('asking');
  });

  test('stays through a retry while the words are the same', () => {
    const { run, world } = open();
    nameContract(world);
    run({ do: 'answer', which: 1, how: 'ok' }, tap('tick'), tap('primary'), phone('both'));
    run({ do: 'answer', which: 1, how: 'fails' }, tap('retry'), settle);
    expect(loginScreen(world).consent.agreed).toBe(true);
  });

  test('stays when WeChat only says that it wants its contract no more', () => {
    const { run, world } = open();
    nameContract(world);
    run({ do: 'answer', which: 1, how: 'ok' }, tap('tick'));
    nameContract(world, contract, false);
    expect(loginScreen(world).consent.agreed).toBe(true);
  });
});

describe("WeChat's contract", () => {
  const asks = (effects: readonly { type: string }[]) =>
    effects.filter(({ type }) => type === 'readPrivacy').length;

  test('is asked for again by each try that does not know it', () => {
    const { run, effects, world } = signingIn();
    run({ do: 'answer', which: 1, how: 'fails' }, tap('retry'));
    expect(asks(effects)).toBe(2);
    nameContract(world);
    expect(loginScreen(world).consent.label).toContain(contract);
  });

  test('also when the login code is renewed, and when the agreements could not be read', () => {
    const renewed = open();
    renewed.run({ do: 'answer', which: 1, how: 'ok' }, wait(240_000));
    expect(asks(renewed.effects)).toBe(2);
    const again = open(
      {},
      { ...plain, agreements: { from: 'genauth', consoleHost: 'https://c.example' } },
    );
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
    const { run, world } = open({ query: { v: '1', scope: 'openid%20email' } });
    nameContract(world);
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
    const { run, world } = signingIn();
    nameContract(world);
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
