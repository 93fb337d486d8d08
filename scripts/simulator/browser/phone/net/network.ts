import type { GateAnswer, GateRequest } from '../../../contract/gate';
import type { NetworkMode } from '../../../contract/phone';
import type { PhoneClock } from '../clock';
import type { ServerClient } from './server-client';

/** WeChat's words when the phone is offline (Android, Cronet). */
export const offlineReason = 'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED';

/** https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html */
const parallel = 10;
const defaultTimeout = 60_000;
const slowness = 3_000;

/** The radio and WeChat's request queue of one program. */
export interface Network {
  readonly mode: NetworkMode;
  setMode(mode: NetworkMode): void;
  onChange(listener: (mode: NetworkMode) => void): () => void;
  /** Never rejects. `timeout` in ms of the phone's clock. */
  exchange(request: GateRequest, options: { timeout?: number; signal?: AbortSignal }): Promise<GateAnswer>;
  /** Ends everything that is under way, as a suspension (`interrupted`) or a kill does. */
  interrupt(reason: string): void;
}

export function createNetwork(server: ServerClient, clock: PhoneClock): Network {
  let mode: NetworkMode = 'online';
  const listeners = new Set<(mode: NetworkMode) => void>();
  const pending = new Set<(reason: string, errno: number) => void>();
  const waiting: (() => void)[] = [];
  let active = 0;

  const enter = async () => {
    if (active >= parallel) await new Promise<void>((resolve) => waiting.push(resolve));
    active += 1;
  };
  const leave = () => {
    active -= 1;
    waiting.shift()?.();
  };

  const interrupt = (reason: string, errno = 600_001) => {
    for (const end of [...pending]) end(reason, errno);
  };

  const perform = async (request: GateRequest, stopped: AbortSignal): Promise<GateAnswer> => {
    await enter();
    try {
      if (stopped.aborted) return failure('abort', 600_001);
      if (mode === 'slow') await new Promise<void>((resolve) => clock.after(slowness, resolve));
      return await server.request(request, stopped);
    } catch (error) {
      return failure(error instanceof Error ? error.message : String(error), 600_001);
    } finally {
      leave();
    }
  };

  return {
    get mode() {
      return mode;
    },
    setMode(next) {
      if (next === mode) return;
      mode = next;
      if (mode === 'offline') interrupt(offlineReason);
      for (const listener of listeners) listener(mode);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async exchange(request, { timeout = defaultTimeout, signal }) {
      if (mode === 'offline') return failure(offlineReason, 600_001);
      const stop = new AbortController();
      const ended = new Promise<GateAnswer>((resolve) => {
        const end = (reason: string, errno: number) => {
          resolve(failure(reason, errno));
          stop.abort();
        };
        pending.add(end);
        const cancelTimeout = clock.after(timeout, () => end('timeout', 5));
        const abort = () => end('abort', 600_001);
        if (signal?.aborted) abort();
        signal?.addEventListener('abort', abort);
        stop.signal.addEventListener('abort', () => {
          pending.delete(end);
          cancelTimeout();
          signal?.removeEventListener('abort', abort);
        });
      });
      const answer = await Promise.race([ended, perform(request, stop.signal)]);
      stop.abort();
      return answer;
    },
    interrupt,
  };
}

function failure(reason: string, errno: number): GateAnswer {
  return { errMsg: `request:fail ${reason}`, errno };
}

export function networkStatus(mode: NetworkMode): { isConnected: boolean; networkType: string } {
  return mode === 'offline' ? { isConnected: false, networkType: 'none' } : { isConnected: true, networkType: 'wifi' };
}
