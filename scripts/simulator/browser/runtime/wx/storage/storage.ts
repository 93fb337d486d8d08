import type { ApiFamily } from '../call';

/** https://developers.weixin.qq.com/miniprogram/dev/api/storage/wx.setStorage.html */
export const storage: ApiFamily = ({ runtime: { host }, synchronous, asynchronous }) => {
  const write = (api: string, key: unknown, data: unknown) => {
    if (host.storagePolicy === 'reported') {
      host.record({
        kind: 'error',
        message: `wx.${api} stored "${String(key)}" on the phone; by the simulator's option "storage" this program may keep nothing`,
      });
    }
    host.storage.set(String(key), JSON.stringify(data ?? ''));
  };
  const read = (key: unknown): unknown => {
    const stored = host.storage.get(String(key));
    return stored === undefined ? undefined : JSON.parse(stored);
  };
  const info = () => ({
    keys: [...host.storage.keys()],
    currentSize: Math.ceil(
      [...host.storage.values()].reduce((sum, text) => sum + text.length, 0) / 1024,
    ),
    limitSize: 10_240,
  });
  const done = { ok: true, result: {} } as const;
  return {
    setStorageSync: synchronous('setStorageSync', (key, data) =>
      write('setStorageSync', key, data),
    ),
    setStorage: asynchronous('setStorage', {
      params: { key: 'String', data: 'Any', encrypt: 'Boolean?' },
      run: ({ key, data }) => {
        write('setStorage', key, data);
        return done;
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
