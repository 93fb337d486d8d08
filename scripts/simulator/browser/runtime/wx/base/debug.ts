import { toPlain } from '../../plain';
import type { ApiFamily } from '../call';

type Level = 'debug' | 'log' | 'info' | 'warn' | 'error';

export const debug: ApiFamily = ({ runtime, synchronous }) => {
  /**
   * What a log manager writes leaves the phone: it is on the timeline with the manager's name,
   * where a secret would be seen.
   */
  const writer = (manager: string) => {
    const write =
      (level: Level) =>
      (...args: unknown[]) =>
        void runtime.host.record({
          kind: 'console',
          level: level === 'debug' ? 'log' : level,
          args: [`[${manager}]`, ...args.map((arg) => toPlain(arg))],
        });
    return {
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
      log: write('log'),
      debug: write('debug'),
    };
  };
  return {
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api/base/debug/wx.getRealtimeLogManager.html
     */
    getRealtimeLogManager: synchronous('getRealtimeLogManager', () => {
      const { info, warn, error } = writer('RealtimeLogManager');
      return {
        info,
        warn,
        error,
        setFilterMsg: () => undefined,
        addFilterMsg: () => undefined,
        in: () => undefined,
        getCurrentState: () => ({ size: 0, maxSize: 5120 }),
      };
    }),
    /** https://developers.weixin.qq.com/miniprogram/dev/api/base/debug/wx.getLogManager.html */
    getLogManager: synchronous('getLogManager', () => {
      const { debug: write, log, info, warn } = writer('LogManager');
      return { debug: write, log, info, warn };
    }),
  };
};
