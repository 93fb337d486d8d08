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

test('lacks what is not there, and nothing else', () => {
  installWx({ getAppBaseInfo, exitMiniProgram: there, getPrivacySetting: there });
  expect(readClient().lacks).toEqual(['navigateBackApplication', 'getRandomValues']);
  installWx({
    ...{ getAppBaseInfo, exitMiniProgram: there, getPrivacySetting: there },
    ...{ navigateBackApplication: there, getUserCryptoManager: there },
  });
  expect(readClient().lacks).toEqual([]);
});
