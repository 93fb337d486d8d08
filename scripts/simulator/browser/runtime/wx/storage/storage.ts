import type { ApiFamily } from '../call';

/** https://developers.weixin.qq.com/miniprogram/dev/framework/ability/storage.html: bytes. */
const mostOfEntry = 1024 * 1024;
const mostOfAll = 10 * mostOfEntry;

/** Before the text of a Date, to have one back; it counts for nothing. */
const DATE = '@date ';

const bytesOf = (text: string) =>
  new TextEncoder().encode(text.startsWith(DATE) ? text.slice(DATE.length) : text).length;

/**
 * WeChat keeps 原生类型、Date、及能够通过 JSON.stringify 序列化的对象; a Date inside of an object is a
 * string then.
 *
 * @returns Or why it can't be kept.
 */
function textOf(data: unknown): { readonly text: string } | { readonly refusal: string } {
  if (Object.prototype.toString.call(data) === '[object Date]')
    return { text: `${DATE}${JSON.stringify(data)}` };
  try {
    const text = JSON.stringify(data ?? '');
    if (typeof text === 'string') return { text };
    return { refusal: `a ${typeof data} can't be stored` };
  } catch (error) {
    return { refusal: `${error instanceof Error ? error.message : error}`.split('\n')[0] ?? '' };
  }
}

function readValue(text: string): unknown {
  if (!text.startsWith(DATE)) return JSON.parse(text);
  const at: unknown = JSON.parse(text.slice(DATE.length));
  return new Date(typeof at === 'string' ? at : Number.NaN);
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/storage/wx.setStorage.html */
export const storage: ApiFamily = ({ runtime: { host }, synchronous, asynchronous }) => {
  const write = (api: string, key: unknown, data: unknown) => {
    if (host.storagePolicy === 'reported') {
      host.record({
        kind: 'error',
        message: `wx.${api} stored "${String(key)}" on the phone; by the simulator's option "storage" this program may keep nothing`,
      });
    }
    const given = textOf(data);
    if ('refusal' in given) return `data of "${String(key)}": ${given.refusal}`;
    const refusal = refusalOf(String(key), given.text);
    if (refusal === null) host.storage.set(String(key), given.text);
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
    return stored === undefined ? undefined : readValue(stored);
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
