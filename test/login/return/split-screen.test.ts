import { expect, test } from '@jest/globals';
import type { PhoneBehaviour } from '../../../scripts/prove/moves';
import { agree, open, phone, settle, wait } from '../open';

/** Split screens, foldables, tablets: WeChat stays on the screen when it has switched to the app. */
const behaviour: PhoneBehaviour = {
  resumes: 'inOrder',
  loadsFirst: false,
  splitScreen: true,
  language: 'en',
};

test('a switch that hides nothing leaves the button there, and claims nothing', () => {
  const { model, received, run } = open();
  run(
    { do: 'phone', behaviour },
    ...agree,
    phone('both'),
    settle,
    { do: 'switchToApp' },
    wait(1_500),
  );
  expect(received).toHaveLength(1);
  const view = model.view();
  expect(view.screen === 'returning' && view.launchApp !== null && view.exit !== null).toBe(true);
  expect(JSON.stringify(view)).not.toMatch(/logged in|could not/i);
});

test.each(['switches', 'switchesSilently'] as const)(
  'after a tap that %s nothing is lost, whatever becomes of the next',
  (outcome) => {
    const { model, received, run } = open({}, undefined, { canGoBack: false });
    run({ do: 'phone', behaviour }, ...agree, phone('both'), settle);
    run({ do: 'tapLaunchApp', outcome }, { do: 'tapLaunchApp', outcome: 'failsForGood' });
    expect(received).toHaveLength(1);
    expect(model.state).toMatchObject({ name: 'finished', delivery: 'unknown' });
  },
);
