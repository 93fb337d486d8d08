import { BUILTINS, toPropertyName } from '../../../../contract/builtins';
import { USER_FILES } from '../../../../contract/files';
import { isArrayBuffer } from '../../plain';
import type { ApiFamily } from '../call';

/** Values of attributes that programs ask `canIUse` for, by component and attribute. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'button.open-type': ['getPhoneNumber', 'launchApp', 'agreePrivacyAuthorization'],
};

export const base: ApiFamily = ({ runtime, has, synchronous }) => ({
  /** https://developers.weixin.qq.com/miniprogram/dev/api/base/wx.env.html */
  env: { USER_DATA_PATH: USER_FILES },

  /**
   * `api`, `api.method.param.option`, `component.attribute.option`. Below the API's name everything
   * counts as there: the simulator has no table of versions.
   * https://developers.weixin.qq.com/miniprogram/dev/api/base/wx.canIUse.html
   */
  canIUse: synchronous('canIUse', (schema) => {
    const [name = '', ...rest] = String(schema).split('.');
    if (has(name)) return true;
    const properties = BUILTINS[name];
    if (!properties) return false;
    const [attribute, value] = rest;
    if (attribute === undefined) return true;
    if (!Object.hasOwn(properties, toPropertyName(attribute))) return false;
    return value === undefined || (VALUES[`${name}.${attribute}`] ?? [value]).includes(value);
  }),

  /** https://developers.weixin.qq.com/miniprogram/dev/api/base/wx.arrayBufferToBase64.html */
  arrayBufferToBase64: synchronous('arrayBufferToBase64', (buffer) => {
    if (!isArrayBuffer(buffer))
      throw new TypeError('arrayBufferToBase64: parameter should be ArrayBuffer');
    return btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''));
  }),

  /** https://developers.weixin.qq.com/miniprogram/dev/api/base/wx.base64ToArrayBuffer.html */
  base64ToArrayBuffer: synchronous(
    'base64ToArrayBuffer',
    (text) => Uint8Array.from(atob(String(text)), (char) => char.charCodeAt(0)).buffer,
  ),

  /**
   * https://developers.weixin.qq.com/miniprogram/dev/api/base/wx.nextTick.html is the view's
   * business
   */
  nextTick: (callback: () => void) => runtime.view.nextTick(callback),
});
