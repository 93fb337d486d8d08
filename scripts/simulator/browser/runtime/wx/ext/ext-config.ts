import type { ApiFamily } from '../call';

/** What a third-party platform gives a program that it uploads; an empty object where there is none. */
export const extConfig: ApiFamily = ({ asynchronous, runtime, synchronous }) => {
  // Each caller gets its own: what one does to it is not what the next one reads.
  const read = () => structuredClone(runtime.program.ext ?? {});
  return {
    /** https://developers.weixin.qq.com/miniprogram/dev/api/ext/wx.getExtConfigSync.html */
    getExtConfigSync: synchronous('getExtConfigSync', read),
    /** https://developers.weixin.qq.com/miniprogram/dev/api/ext/wx.getExtConfig.html */
    getExtConfig: asynchronous('getExtConfig', {
      run: () => ({ ok: true, result: { extConfig: read() } }),
    }),
  };
};
