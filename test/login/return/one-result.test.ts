import { describe, expect, test } from '@jest/globals';
import { launched, toPhoneSheet } from '../driver';
import { comeBack, manualReturn, returning, told, waitForGrace } from './way-back';

/* Invariant 1, on the way back. */

describe('at most one result goes', () => {
  test('after an unknown outcome nothing is on a button, and nothing is asked of WeChat', () => {
    const login = manualReturn(true);
    login.pass(60_000);
    login.hide();
    comeBack(login);
    expect(login.screen).toMatchObject({ launchApp: null });
    expect(JSON.stringify(login.state)).not.toContain('access_token');
    expect(login.asked('goBack')).toHaveLength(1);
  });

  test('what has surely not gone is on the button again', () => {
    const login = manualReturn(false);
    login.hide();
    comeBack(login);
    expect(told(login)).toBe('button');
    login.tapReturn();
    login.launchApp(false);
    login.hide();
    comeBack(login);
    expect(told(login)).toBe('button');
  });

  test('WeChat says no when the person is back: the button has it', () => {
    const login = returning();
    login.hide();
    comeBack(login, 500);
    login.wentBack(false);
    expect(told(login)).toBe('button');
  });

  test.each([true, null])(
    'a login that ends in the background goes once (WeChat: %s)',
    (answer) => {
      const login = launched();
      toPhoneSheet(login);
      login.phone();
      login.hide();
      login.signedIn();
      if (answer !== null) login.wentBack(answer);
      comeBack(login, 3_000);
      if (answer === null) waitForGrace(login);
      expect(login.asked('goBack')).toHaveLength(1);
      expect(told(login)).toBe('unknown');
    },
  );

  test('a login that ends in the background, and WeChat says no: the button has it', () => {
    const login = launched();
    toPhoneSheet(login);
    login.phone();
    login.hide();
    login.signedIn();
    login.wentBack(false);
    comeBack(login, 3_000);
    expect(told(login)).toBe('button');
  });
});
