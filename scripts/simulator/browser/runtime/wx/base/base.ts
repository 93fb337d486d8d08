import type { ApiFamily } from '../call';
import { isArrayBuffer } from '../plain';

/** Attributes and values of built-in components that programs ask `canIUse` for. */
const components: Readonly<Record<string, readonly string[]>> = {
  button: [
    'open-type.getPhoneNumber',
    'open-type.launchApp',
    'open-type.agreePrivacyAuthorization',
    'open-type',
    'app-parameter',
  ],
};

export const base: ApiFamily = ({ runtime, has, synchronous }) => ({
  /** https://developers.weixin.qq.com/miniprogram/dev/api/base/wx.env.html */
  env: { USER_DATA_PATH: 'http://usr' },

  /**
   * `api`, `api.method.param.option`, `component.attribute.option`. Below the API's name everything counts as there: the
   * simulator has no table of versions.
   * https://developers.weixin.qq.com/miniprogram/dev/api/base/wx.canIUse.html
   */
  canIUse: synchronous('canIUse', (schema) => {
    const [name = '', ...rest] = String(schema).split('.');
    if (has(name)) return true;
    const attributes = components[name];
    if (!attributes) return false;
    return rest.length === 0 || attributes.includes(rest.join('.'));
  }),

  /** https://developers.weixin.qq.com/miniprogram/dev/api/base/wx.arrayBufferToBase64.html */
  arrayBufferToBase64: synchronous('arrayBufferToBase64', (buffer) => {
    if (!isArrayBuffer(buffer)) throw new TypeError('arrayBufferToBase64: parameter should be ArrayBuffer');
    return btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''));
  }),

  /** https://developers.weixin.qq.com/miniprogram/dev/api/base/wx.base64ToArrayBuffer.html */
  base64ToArrayBuffer: synchronous(
    'base64ToArrayBuffer',
    (text) => Uint8Array.from(atob(String(text)), (char) => char.charCodeAt(0)).buffer,
  ),

  /** https://developers.weixin.qq.com/miniprogram/dev/api/base/wx.nextTick.html is the view's business */
  nextTick: (callback: () => void) => runtime.view.nextTick(callback),
});
