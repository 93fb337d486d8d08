import { expect, test } from '@jest/globals';
import { readClient } from '../../miniprogram/wechat/client';
import { installWx } from './fake-wx';

const getAppBaseInfo = () => ({ language: 'zh_TW', fontSizeScaleFactor: 1.4 });
const there = () => undefined;

test("tells WeChat's language and text size", () => {
  installWx({ getAppBaseInfo });
  expect(readClient()).toMatchObject({ language: 'zh_TW', fontScale: 1.4 });
});

test('an older WeChat that names no text size has the standard one', () => {
  installWx({ getAppBaseInfo: () => ({ language: 'en' }) });
  expect(readClient().fontScale).toBe(1);
});

test('tells whether WeChat has the call that is not in its documentation', () => {
  installWx({ getAppBaseInfo });
  expect(readClient().canGoBack).toBe(false);
  installWx({ getAppBaseInfo, navigateBackApplication: there });
  expect(readClient().canGoBack).toBe(true);
});

test('does without, where WeChat throws', () => {
  installWx({
    getAppBaseInfo: () => {
      throw new Error('no');
    },
  });
  expect(readClient()).toMatchObject({ language: '', fontScale: 1 });
});
