import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { failures } from '../../miniprogram/login/failure';
import { langs } from '../../miniprogram/login/lang';
import { translationIn } from '../../miniprogram/login/words/translations';
import { drive } from './driver';

const doc = (page: string) => readFileSync(join(import.meta.dirname, '../../docs', page), 'utf8');

test('docs/host-app.md has each code of a failure once, and no other', () => {
  const [, section = ''] = doc('host-app.md').split('## When it did not work');
  const [table = ''] = section.split('\n### ');
  const codes = [...table.matchAll(/^\| ((?:`[a-z_]+`(?:, )?)+) \|/gm)]
    .flatMap(([, cell = '']) => cell.split(', ').map((code) => code.replace(/`/g, '')))
    .filter((code) => !['code', 'session', 'codes', 'ticket'].includes(code));
  expect(codes.sort()).toEqual(Object.keys(failures).sort());
});

describe('wx.login fails', () => {
  test.each(['zh-CN', 'en'] as const)(
    'it is WeChat’s, and not the login service’s (%s)',
    (lang) => {
      const login = drive();
      login.show({ query: { v: '1', state: 's'.repeat(22), lang } });
      login.send({
        type: 'loginCodeFailed',
        attempt: login.state.visit.attempt,
        failure: { code: 'wechat_failed', message: 'wx.login failed', detail: 'login:fail' },
      });
      expect(login.screen).toMatchObject({
        screen: 'failure',
        whose: expect.stringMatching(lang === 'en' ? /WeChat’s side/ : /微信这边/),
        retry: { label: expect.any(String) },
        support: {
          lines: expect.arrayContaining([expect.objectContaining({ value: 'login:fail' })]),
        },
      });
    },
  );
});

test('each language reads its own place', () => {
  const translations = ['简体', '繁體', 'English', '日本語'] as const;
  expect(langs.map((lang) => [lang, translationIn(lang, translations)])).toEqual([
    ['zh-CN', '简体'],
    ['zh-TW', '繁體'],
    ['en', 'English'],
    ['ja', '日本語'],
  ]);
});
