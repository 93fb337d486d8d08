import { describe, expect, test } from '@jest/globals';
import { langs } from '../../../miniprogram/login/lang';
import { type Driver, launched, type Shown, toPhoneSheet } from '../driver';
import { comeBack, manualReturn, returning, texts, told, waitForGrace } from './way-back';

/* What is told on the way back, against what WeChat did: invariant 9. Read from the screen. */

describe('"logged in" is said when WeChat accepted the result and was hidden because of it', () => {
  test('yes, then hidden', () => {
    const login = returning();
    login.wentBack(true);
    login.pass(300);
    login.hide();
    comeBack(login);
    expect(told(login)).toBe('logged in');
  });

  test('hidden, then yes while hidden', () => {
    const login = returning();
    login.hide();
    login.pass(300);
    login.wentBack(true);
    comeBack(login);
    expect(told(login)).toBe('logged in');
  });

  test('the button, with its success before or after being hidden', () => {
    for (const order of ['before', 'after']) {
      const login = manualReturn(false);
      login.tapReturn();
      login.pass(20_000);
      if (order === 'before') login.launchApp(true);
      login.hide();
      login.pass(200);
      if (order === 'after') login.launchApp(true);
      comeBack(login);
      expect(told(login)).toBe('logged in');
    }
  });
});

describe('it is not said', () => {
  test.each([
    ['WeChat never answered, and the person left by the system’s gesture', null, 0],
    ['WeChat never answered, and the screen was locked later', null, 60_000],
    ['WeChat said yes and did not switch; the person left ten minutes later', true, 280_000],
    ['WeChat said yes and did not switch; the person left six seconds later', true, 6_000],
  ] as const)('%s', (_, answer, after) => {
    const login = manualReturn(answer);
    login.pass(after);
    login.hide();
    comeBack(login);
    expect(told(login)).toBe('unknown');
  });

  test('the person only looked into the app and came back; then WeChat says yes', () => {
    const login = returning();
    login.hide();
    comeBack(login, 500);
    expect(told(login)).toBe('going');
    login.wentBack(true);
    expect(told(login)).toBe('unknown');
  });

  test('the person only looked into the app and came back, and WeChat never answers', () => {
    const login = returning();
    login.hide();
    comeBack(login, 500);
    waitForGrace(login);
    expect(told(login)).toBe('unknown');
  });

  test('hidden once, back, and hidden again with the yes in between', () => {
    const login = returning();
    login.hide();
    comeBack(login, 400);
    login.wentBack(true);
    login.hide();
    comeBack(login);
    expect(told(login)).toBe('unknown');
  });

  test('yes came while hidden, but long after the call', () => {
    const login = returning();
    login.hide();
    login.pass(120_000);
    login.wentBack(true);
    comeBack(login);
    expect(told(login)).toBe('unknown');
  });

  test.each([
    ['before the sheet was answered', null],
    ['a minute after the sheet was cancelled, which is a success to WeChat', 60_000],
    ['six seconds after the sheet was cancelled', 6_000],
  ])('the button was tapped, and the screen was locked %s', (_, after) => {
    const login = manualReturn(false);
    login.tapReturn();
    login.pass(2_000);
    if (after !== null) {
      login.launchApp(true);
      login.pass(after);
    }
    login.hide();
    comeBack(login);
    expect(told(login)).toBe('unknown');
  });

  test('the success of a button that was tapped long ago comes while hidden', () => {
    const login = manualReturn(false);
    login.tapReturn();
    login.pass(90_000);
    login.hide();
    login.launchApp(true);
    comeBack(login);
    expect(told(login)).toBe('unknown');
  });

  test('the success of the button comes when the person is back', () => {
    const login = manualReturn(false);
    login.tapReturn();
    login.hide();
    comeBack(login, 500);
    login.launchApp(true);
    expect(told(login)).toBe('unknown');
  });

  test('nothing was hidden: split screen, an iPad, HarmonyOS', () => {
    const login = manualReturn(true);
    expect(told(login)).toBe('button');
    login.tapReturn();
    login.launchApp(true);
    login.pass(60_000);
    expect(told(login)).toBe('button');
  });

  test.each([null, true, false])('before anything was delivered (WeChat: %s)', (answer) => {
    expect(texts(returning())).not.toContain('登录成功');
    expect(texts(manualReturn(answer)).join()).not.toContain('登录成功');
  });
});

/** Split screen, iPad, HarmonyOS: a switch to the app need not hide WeChat. */
describe('what may have been switched to the app without hiding WeChat is not said to be lost', () => {
  test('a tap that WeChat took is not forgotten when the next one fails', () => {
    const login = manualReturn(false);
    login.tapReturn();
    login.launchApp(true);
    login.tapReturn();
    login.launchApp(false);
    login.hide();
    comeBack(login, 500);
    expect(told(login)).toBe('unknown');
    expect(login.screen).toMatchObject({ launchApp: null });
  });

  test('nor is a call that WeChat took, when it says no to the same later', () => {
    const login = returning();
    login.wentBack(true);
    login.wentBack(false);
    login.hide();
    comeBack(login, 500);
    expect(told(login)).toBe('logged in');
    const late = manualReturn(true);
    late.wentBack(false);
    late.hide();
    comeBack(late, 500);
    expect(told(late)).toBe('logged in');
  });

  test('codes that have grown old when the button would come', () => {
    const guard: Shown = { path: '', query: {} };
    const login = launched(guard);
    toPhoneSheet(login);
    login.hide();
    login.pass(269_000);
    login.show(guard);
    login.phone();
    login.loginCode('renewed');
    expect(login.asked('goBack')).toHaveLength(1);
    login.wentBack(true);
    login.pass(1_500);
    login.ring();
    expect(told(login)).toBe('unknown');
  });

  test.each([true, null])('a call with the answer %s, and onShow before the alarm', (answer) => {
    const login = manualReturn(answer);
    comeBack(login, 601_000);
    expect(told(login)).toBe('unknown');
  });

  test('a tap that WeChat took, and onShow before the alarm', () => {
    const login = manualReturn(false);
    login.tapReturn();
    login.launchApp(true);
    comeBack(login, 601_000);
    expect(told(login)).toBe('unknown');
  });

  test('but a call that failed is', () => {
    const login = manualReturn(false);
    comeBack(login, 601_000);
    expect(told(login)).toBe('lost');
  });
});

test.each([...langs])('in %s an unknown outcome says what to do', (lang) => {
  const login = returning({ query: { v: '1', state: 's'.repeat(22), lang } });
  login.hide();
  comeBack(login, 500);
  waitForGrace(login);
  const [heading = '', detail = ''] = texts(login);
  expect(heading).toContain('Harbor');
  expect(detail).toContain('Harbor');
  expect(login.screen).toMatchObject({ outcome: 'error', exit: { label: expect.any(String) } });
});

test.each<[string, (login: Driver) => void]>([
  [
    'WeChat has refused the button for good',
    (login) => {
      login.tapReturn();
      login.launchApp(false, 'launchApp:fail invalid scene');
    },
  ],
  ['the person has closed the program', (login) => login.tap('exitTapped')],
])('nobody who chose not to log in is told to log in again: %s', (_, end) => {
  const login = launched();
  login.tap('declined');
  login.wentBack(false);
  end(login);
  expect(texts(login).slice(0, 2)).toEqual(['没有登录', '请切换回Harbor，这里可以关闭了。']);
});

test('codes log nobody in by themselves: their app has still to do it', () => {
  const login = launched({ query: { v: '1', state: 's'.repeat(22), return: 'codes' } });
  toPhoneSheet(login);
  login.phone();
  login.wentBack(true);
  login.hide();
  comeBack(login);
  expect(login.state).toMatchObject({ name: 'finished', delivery: 'delivered' });
  expect(login.screen).toMatchObject({
    outcome: 'ok',
    heading: '请到Harbor确认',
    detail: '如果尚未登录，请在Harbor重新登录。',
  });
});

test('a refusal that may have gone says only that nobody is logged in', () => {
  const login = launched();
  login.tap('declined');
  login.hide();
  comeBack(login, 500);
  waitForGrace(login);
  expect(login.screen).toMatchObject({ heading: '没有登录', launchApp: null });
});
