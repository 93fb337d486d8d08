import { describe, expect, test } from '@jest/globals';
import { contract1, launched } from '../driver';

describe('an app that is not the brand’s', () => {
  const refused = (lang: string) => {
    const login = launched({ caller: 'wx9999999999999999', language: lang });
    const seen = [login.screen];
    login.wentBack(false);
    seen.push(login.screen);
    login.tapReturn();
    login.launchApp(false, 'launchApp:fail:invalid scene');
    seen.push(login.screen);
    return seen.map((screen) => {
      if (screen.screen !== 'returning') throw new Error(screen.screen);
      return [screen.heading, screen.detail, screen.launchApp?.button.label ?? ''].join(' ');
    });
  };

  test.each(['zh_CN', 'zh_TW', 'en', 'ja'])(
    'is not called by its name, nor led to it (%s)',
    (lang) => {
      const told = refused(lang);
      expect(told).toHaveLength(3);
      for (const one of told) expect(one).not.toContain('Harbor');
    },
  );

  test('one that the launch has wrong only in its query is', () => {
    const login = launched({ query: { ...contract1, v: '2' } });
    expect(login.screen).toMatchObject({ detail: expect.stringContaining('Harbor') });
  });
});
