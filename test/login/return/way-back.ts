import { expect } from '@jest/globals';
import { langs } from '../../../miniprogram/login/lang';
import { words } from '../../../miniprogram/login/words/index';
import { type Driver, launched, type Shown, toReturning } from '../driver';

export const returning = (shown: Shown = {}): Driver => {
  const login = launched(shown);
  toReturning(login);
  return login;
};
/** The button is there, 1.5 s after WeChat's `answer`; null: it has not answered. */
export const manualReturn = (answer: boolean | null): Driver => {
  const login = returning();
  if (answer !== null) login.wentBack(answer);
  login.pass(1_500);
  login.ring();
  expect(login.state.name).toBe('manualReturn');
  return login;
};
export const comeBack = (login: Driver, after = 60_000) => {
  login.pass(after);
  login.show({ scene: 1089, path: '', query: {}, caller: null });
};
export const waitForGrace = (login: Driver) => {
  login.pass(2_000);
  login.ring();
};

/** Read from the screen. */
export const told = (login: Driver): 'logged in' | 'unknown' | 'lost' | 'button' | 'going' => {
  const { screen } = login;
  if (screen.screen !== 'returning') throw new Error(`the screen is ${screen.screen}`);
  const at = langs.indexOf(screen.lang);
  if (screen.heading === words['finished.ok'][at]) return 'logged in';
  if (screen.heading.startsWith(words['finished.unknown'][at]?.slice(0, 2) ?? '-'))
    return 'unknown';
  if (screen.launchApp !== null) return 'button';
  return screen.exit === null ? 'going' : 'lost';
};
export const texts = (login: Driver) => {
  const { screen } = login;
  return screen.screen === 'returning' ? [screen.heading, screen.detail, screen.announcement] : [];
};
