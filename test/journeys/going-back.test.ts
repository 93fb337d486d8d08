import { describe, expect, test } from '@jest/globals';
import { handsOn } from '../../scripts/journey/hands';
import { openPhone } from '../../scripts/simulator';
import { useSuite } from './suite';

const suite = useSuite();

describe('when WeChat does not go back by itself', () => {
  test.each([
    ['says ok and stays', 'ok-but-stays'],
    ['fails', 'fail'],
    ['does not know the call', 'missing'],
  ] as const)('%s: the button carries the same result, once', async (_name, back) => {
    const { report, problem } = await suite.journey({
      contract: 'session',
      person: 'existing',
      misbehave: { navigateBackApplication: back },
    });
    expect(problem).toBeNull();
    expect(report.app.ok).toBe(true);
  });

  test('a refusal goes back by the button too', async () => {
    const { report, problem } = await suite.journey({
      contract: 'codes',
      person: 'existing',
      deny: 'phone',
      misbehave: { navigateBackApplication: 'fail' },
    });
    expect(problem).toBeNull();
    expect(report.extMsg).toBe('');
  });

  test('and the button fails as well: words, and a way out', async () => {
    const phone = await openPhone({
      simulator: suite.world.simulator,
      browser: suite.browser,
      misbehave: { navigateBackApplication: 'fail', launchApp: 'invalid scene' },
    });
    try {
      const hands = handsOn(phone);
      await hands.launch('pages/login/login?v=1');
      await hands.tap('decline');
      await hands.tap('return');
      await hands.tap('exit');
      await phone.waitForEntry((entry) => entry.kind === 'phone' && entry.what === 'exit');
      expect(await phone.received()).toEqual([]);
    } finally {
      await phone.close();
    }
  });
});
