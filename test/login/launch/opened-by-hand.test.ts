import { describe, expect, test } from '@jest/globals';
import { consoleHost, fromGenauth } from '../../../scripts/prove/brands';
import type { Driver } from '../driver';
import { openedByHand } from '../driver';

describe('opened by hand', () => {
  const title = 'I agree to <a href="https://t.example/1">Terms</a>';
  const registering = { id: 8, title: '<a href="https://t.example/2">Joining</a>', availableAt: 0 };

  test('WeChat is asked for its contract, and GenAuth for the agreements', () => {
    const own = openedByHand();
    const attempt = attemptOf(own);
    expect(own.effects).toEqual([{ type: 'readPrivacy', attempt }]);
    const login = openedByHand(fromGenauth);
    expect(login.effects).toEqual([
      { type: 'readPrivacy', attempt: attemptOf(login) },
      {
        type: 'request',
        attempt: attemptOf(login),
        purpose: 'agreements',
        request: {
          method: 'GET',
          url: `${consoleHost}/api/v2/applications/${'a'.repeat(24)}/public-config`,
          headers: { 'x-app': 'a'.repeat(24) },
          timeoutMs: 10_000,
        },
      },
    ]);
  });

  test('their links are shown, those for registering too, and the contract by its name', () => {
    const login = openedByHand(fromGenauth);
    const links = () =>
      login.screen.screen === 'about' && login.screen.agreements?.links.map(({ text }) => text);
    login.send({
      type: 'responded',
      attempt: attemptOf(login),
      purpose: 'signIn',
      response: {
        status: 200,
        body: { code: 200, data: { agreementEnabled: true, agreements: [registering] } },
      },
    });
    expect(links()).toBeUndefined();
    login.agreements([{ id: 7, title }, registering]);
    expect(links()).toEqual(['Terms', 'Joining']);
    login.privacy('《Guide》', false);
    expect(links()).toEqual(['Terms', 'Joining', '《Guide》']);
    expect(login.state.visit.privacy).toEqual({
      needsAuthorization: false,
      contractName: '《Guide》',
      refused: false,
    });
  });

  const attemptOf = (login: Driver) => login.state.visit.attempt;
});
