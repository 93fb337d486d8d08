import type { GateAnswer, GateRequest, NetReason } from '../../../contract/gate';
import type { NetworkMode } from '../../../contract/phone';
import type { PhoneClock } from '../clock';
import type { ServerClient } from './server-client';

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
  exchange(
    request: GateRequest,
    options: { timeout?: number; signal?: AbortSignal },
  ): Promise<GateAnswer>;
  /** Ends everything that is under way, as a suspension (`interrupted`) or a kill does. */
  interrupt(reason: NetReason): void;
}

/** `forgotten`: the owner has declared no request domain. */
export function createNetwork(
  server: ServerClient,
  clock: PhoneClock,
  forgotten: () => boolean,
): Network {
  let mode: NetworkMode = 'online';
  const listeners = new Set<(mode: NetworkMode) => void>();
  const pending = new Set<(reason: NetReason) => void>();
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

  const interrupt = (reason: NetReason) => {
    for (const end of [...pending]) end(reason);
  };

  const perform = async (request: GateRequest, stopped: AbortSignal): Promise<GateAnswer> => {
    await enter();
    try {
      if (stopped.aborted) return { failed: 'abort' };
      if (mode === 'slow') await new Promise<void>((resolve) => clock.after(slowness, resolve));
      return await server.request(request, stopped);
    } catch (error) {
      return {
        failed: 'unreachable',
        hint: error instanceof Error ? error.message : String(error),
      };
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
      if (mode === 'offline') interrupt('offline');
      for (const listener of listeners) listener(mode);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async exchange(request, { timeout = defaultTimeout, signal }) {
      if (forgotten()) return { failed: 'undeclared' };
      if (mode === 'offline') return { failed: 'offline' };
      const stop = new AbortController();
      const ended = new Promise<GateAnswer>((resolve) => {
        const end = (reason: NetReason) => {
          resolve({ failed: reason });
          stop.abort();
        };
        pending.add(end);
        const cancelTimeout = clock.after(timeout, () => end('timeout'));
        const abort = () => end('abort');
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

export function networkStatus(mode: NetworkMode): { isConnected: boolean; networkType: string } {
  return mode === 'offline'
    ? { isConnected: false, networkType: 'none' }
    : { isConnected: true, networkType: 'wifi' };
}
