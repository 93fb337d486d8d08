import { describe, expect, test } from '@jest/globals';
import { type Driver, launched, toReturning } from '../driver';

/* The button that carries the result, at the edges of time and of what WeChat answers. */

/** The button is there, 1.5 s after WeChat's `answer`; null: it has not answered. */
function manualReturn(answer: boolean | null = false): Driver {
  const login = launched();
  toReturning(login);
  if (answer !== null) login.wentBack(answer);
  login.pass(1_500);
  login.ring();
  expect(login.state.name).toBe('manualReturn');
  return login;
}

/** What becomes of it when the person leaves now. */
function deliveryOf(login: Driver): string {
  login.hide();
  return login.state.name === 'finished' ? login.state.delivery : login.state.name;
}

const detailOf = ({ screen }: Driver) => (screen.screen === 'returning' ? screen.detail : null);

describe('a yes to the button that comes while hidden', () => {
  function confirmed(after: number, ok = true) {
    const login = manualReturn();
    login.tapReturn();
    login.hide();
    login.pass(after);
    login.launchApp(ok);
    return login.state;
  }

  test.each([
    [0, 'delivered'],
    [4_999, 'delivered'],
    [5_000, 'unknown'],
    // The clock was set back: nobody knows how long ago it was.
    [-1, 'unknown'],
  ])('%i ms later: %s', (after, delivery) => {
    expect(confirmed(after)).toMatchObject({ name: 'finished', delivery });
  });

  test('a no confirms nothing', () => {
    expect(confirmed(100, false)).toMatchObject({ name: 'finished', delivery: 'unknown' });
  });
});

describe('an answer of the button', () => {
  test('to no tap counts for nothing', () => {
    const login = manualReturn();
    login.launchApp(true);
    expect(deliveryOf(login)).toBe('manualReturn');
    const other = manualReturn();
    other.launchApp(false);
    expect(other.state).toMatchObject({ failedOnce: false });
  });

  test('that says no after a yes does not take back that it may have gone', () => {
    const login = manualReturn();
    login.tapReturn();
    login.launchApp(true);
    login.launchApp(false);
    expect(deliveryOf(login)).toBe('unknown');
  });

  test('that says no is told until the next tap', () => {
    const login = manualReturn();
    const first = detailOf(login);
    login.tapReturn();
    login.launchApp(false);
    expect(detailOf(login)).not.toBe(first);
    login.tapReturn();
    expect(detailOf(login)).toBe(first);
  });

  test.each(['invalid scene', 'Forbidden Scene'])('%s is final: the result is lost', (text) => {
    const login = manualReturn();
    login.tapReturn();
    login.launchApp(false, `launchApp:fail ${text}`);
    expect(login.state).toMatchObject({ name: 'finished', delivery: 'lost' });
  });

  test('invalid scene after a call that WeChat has not answered: nobody knows', () => {
    const login = manualReturn(null);
    login.tapReturn();
    login.launchApp(false, 'launchApp:fail invalid scene');
    expect(login.state).toMatchObject({ name: 'finished', delivery: 'unknown' });
  });

  test('any other error leaves the button', () => {
    const login = manualReturn();
    login.tapReturn();
    login.launchApp(false, 'launchApp:fail scene');
    expect(login.state.name).toBe('manualReturn');
  });
});

describe('an answer to the call of before, when the button is there', () => {
  test('a yes, and hidden at once: delivered', () => {
    const login = manualReturn(null);
    login.wentBack(true);
    expect(deliveryOf(login)).toBe('delivered');
  });

  test('a no: nothing has gone, and the button stays', () => {
    const login = manualReturn(null);
    login.wentBack(false);
    expect(deliveryOf(login)).toBe('manualReturn');
  });

  test('a yes after a no to the same call counts for nothing', () => {
    const login = manualReturn(false);
    login.wentBack(true);
    expect(deliveryOf(login)).toBe('manualReturn');
  });
});
