import { describe, expect, test } from '@jest/globals';
import { plain } from '../../../scripts/prove/brands';
import { hosted } from '../../../scripts/prove/hosted';
import { contract1, type Driver, drive, launched, toReturning } from '../driver';

/*
 * Whose page it is that WeChat has loaded. It makes options a launch, so that one too many would
 * send a second result, and one too few would leave an app without any.
 */

/** The Guard SDK gives the same options each time. */
const guard = { path: '', query: {} } as const;
const manually = { scene: 1011, path: 'pages/login/login', query: {}, caller: null } as const;
/** A return to the front that brings no options. */
const back = { scene: 1089, path: '', query: {}, caller: null } as const;

type Happening = 'guard' | 'manually' | 'back' | 'load' | 'hide';

/** How many visits there were at the end, one for each launch. */
function visitsAfter(...all: Happening[]): number {
  const login = drive();
  for (const one of all) {
    if (one === 'load') login.load();
    else if (one === 'hide') login.hide();
    else login.show({ guard, manually, back }[one]);
  }
  return login.state.visit.attempt;
}

test.each<readonly [string, number, readonly Happening[]]>([
  ['its page comes after the options', 1, ['guard', 'load', 'guard']],
  ['its page comes after a repetition', 1, ['guard', 'guard', 'load', 'guard']],
  ['its page comes after it was away', 1, ['guard', 'hide', 'guard', 'load', 'guard']],
  ['a page and the same options', 2, ['guard', 'load', 'load', 'guard']],
  ['a page that is followed by a return', 1, ['guard', 'load', 'load', 'back', 'guard']],
  ['a page before it went away', 1, ['guard', 'load', 'load', 'hide', 'guard']],
  [
    'a repetition, and a page after a return',
    1,
    ['guard', 'load', 'guard', 'hide', 'back', 'load'],
  ],
  ['a repetition, and its page', 2, ['guard', 'load', 'guard', 'load']],
  ['by hand first', 2, ['manually', 'load', 'guard', 'load', 'guard']],
  [
    'by hand, on the page that is there, and then the page before its launch',
    2,
    ['manually', 'hide', 'load', 'guard', 'hide', 'guard'],
  ],
  [
    'the same, and a second launch of the same app',
    3,
    ['manually', 'hide', 'load', 'guard', 'hide', 'load', 'guard'],
  ],
  ['by hand first, the page before', 2, ['load', 'manually', 'guard', 'load', 'guard']],
  [
    'by hand, repeated without a page',
    3,
    ['manually', 'load', 'manually', 'guard', 'load', 'guard'],
  ],
  [
    'by hand, away, and back',
    3,
    ['manually', 'load', 'hide', 'manually', 'guard', 'load', 'guard'],
  ],
])('%s: launch %d', (_, visits, happenings) => {
  expect(visitsAfter(...happenings)).toBe(visits);
});

describe('in the background', () => {
  test.each([
    ['before anything was read', () => drive()],
    ['opened by hand', () => shown(manually)],
    ['on the login screen', () => shown({})],
  ])('%s: it is known, and coming back is too', (_, reach) => {
    const login = reach();
    expect(login.state.visit.inFront).toBe(true);
    login.hide();
    expect(login.state.visit.inFront).toBe(false);
    login.show(login.state.name === 'idle' ? manually : back);
    expect(login.state.visit.inFront).toBe(true);
  });
});

function shown(options: object): Driver {
  const login = launched(options);
  return login;
}

test('a launch for a ticket that this program cannot have minted says why', () => {
  const login = drive({ ...plain, genauth: { ...plain.genauth, ticketEndpoint: null } });
  login.show({ query: { ...contract1, return: 'ticket' } });
  expect(login.result).toBe(
    'code=501&message=ticket_unavailable: This program names no endpoint that mints a ticket',
  );
});

test('a hosted program without its directory serves nobody by accident', () => {
  const login = drive(hosted);
  login.show();
  expect(login.state).toMatchObject({ failure: { code: 'app_not_allowed' } });
});

describe('the result', () => {
  test('that left in the background is not told as arrived by a later hiding', () => {
    const login = shown({});
    login.loginCode();
    login.tap('primaryTapped');
    login.tap('sheetAgreed');
    login.phone();
    login.hide();
    login.signedIn();
    login.show(back);
    login.hide();
    login.wentBack(true);
    expect(login.state).toMatchObject({ name: 'finished', delivery: 'unknown' });
  });

  test('on a button that was tapped may have gone, when it is too old', () => {
    for (const [taps, delivery] of [
      [0, 'lost'],
      [1, 'unknown'],
    ] as const) {
      const login = shown({});
      toReturning(login);
      login.wentBack(false);
      for (let tap = 0; tap < taps; tap += 1) login.tapReturn();
      login.pass(600_000);
      login.ring();
      expect(login.state).toMatchObject({ name: 'finished', delivery });
    }
  });
});
