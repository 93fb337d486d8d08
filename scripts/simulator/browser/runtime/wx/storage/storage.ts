import type { ApiFamily } from '../call';

/** https://developers.weixin.qq.com/miniprogram/dev/framework/ability/storage.html: bytes. */
const mostOfEntry = 1024 * 1024;
const mostOfAll = 10 * mostOfEntry;

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** https://developers.weixin.qq.com/miniprogram/dev/api/storage/wx.setStorage.html */
export const storage: ApiFamily = ({ runtime: { host }, synchronous, asynchronous }) => {
  const write = (api: string, key: unknown, data: unknown) => {
    if (host.storagePolicy === 'reported') {
      host.record({
        kind: 'error',
        message: `wx.${api} stored "${String(key)}" on the phone; by the simulator's option "storage" this program may keep nothing`,
      });
    }
    const text = JSON.stringify(data ?? '') ?? '';
    const refusal = refusalOf(String(key), text);
    if (refusal === null) host.storage.set(String(key), text);
    return refusal;
  };
  const refusalOf = (key: string, text: string): string | null => {
    if (bytesOf(text) > mostOfEntry) return 'entry size limit reached';
    const others = [...host.storage].filter(([name]) => name !== key);
    const total = others.reduce((sum, [, each]) => sum + bytesOf(each), bytesOf(text));
    return total > mostOfAll ? 'exceed storage max size 10Mb' : null;
  };
  const read = (key: unknown): unknown => {
    const stored = host.storage.get(String(key));
    return stored === undefined ? undefined : JSON.parse(stored);
  };
  const info = () => ({
    keys: [...host.storage.keys()],
    currentSize: Math.ceil(
      [...host.storage.values()].reduce((sum, text) => sum + bytesOf(text), 0) / 1024,
    ),
    limitSize: mostOfAll / 1024,
  });
  const done = { ok: true, result: {} } as const;
  return {
    setStorageSync: synchronous('setStorageSync', (key, data) => {
      const refusal = write('setStorageSync', key, data);
      if (refusal !== null) throw new Error(`setStorageSync:fail ${refusal}`);
    }),
    setStorage: asynchronous('setStorage', {
      params: { key: 'String', data: 'Any', encrypt: 'Boolean?' },
      run: ({ key, data }) => {
        const refusal = write('setStorage', key, data);
        return refusal === null ? done : { ok: false, errMsg: `setStorage:fail ${refusal}` };
      },
    }),
    getStorageSync: synchronous('getStorageSync', (key) => read(key) ?? ''),
    getStorage: asynchronous('getStorage', {
      params: { key: 'String', encrypt: 'Boolean?' },
      run: ({ key }) => {
        const data = read(key);
        return data === undefined
          ? { ok: false, errMsg: 'getStorage:fail data not found' }
          : { ok: true, result: { data } };
      },
    }),
    removeStorageSync: synchronous(
      'removeStorageSync',
      (key) => void host.storage.delete(String(key)),
    ),
    removeStorage: asynchronous('removeStorage', {
      params: { key: 'String' },
      run: ({ key }) => {
        host.storage.delete(String(key));
        return done;
      },
    }),
    clearStorageSync: synchronous('clearStorageSync', () => host.storage.clear()),
    clearStorage: asynchronous('clearStorage', {
      run: () => {
        host.storage.clear();
        return done;
      },
    }),
    getStorageInfoSync: synchronous('getStorageInfoSync', info),
    getStorageInfo: asynchronous('getStorageInfo', { run: () => ({ ok: true, result: info() }) }),
  };
};
