import type { ApiFamily, Params, WxFunction } from '../call';
import { bytesOf, sourceOf } from '../file/bytes';

const EVENTS = [
  ...['Canplay', 'Play', 'Pause', 'Stop', 'Ended', 'TimeUpdate', 'Waiting', 'Seeking', 'Seeked'],
  'Error',
] as const;
type AudioEvent = (typeof EVENTS)[number];

/** ms between two of `onTimeUpdate`. */
const beat = 250;

/**
 * Plays in the phone's time and makes no sound; how long a piece is, is read from it.
 * https://developers.weixin.qq.com/miniprogram/dev/api/media/audio/InnerAudioContext.html
 */
export const audio: ApiFamily = (tools) => {
  const { synchronous, guarded } = tools;
  const create = () => {
    const listeners = new Map<AudioEvent, Set<WxFunction>>();
    const emit = (event: AudioEvent, detail: Params = {}) => {
      for (const listener of listeners.get(event) ?? []) guarded(() => void listener(detail));
    };
    let src = '';
    let loaded: Promise<number | null> = Promise.resolve(null);
    let timer: ReturnType<typeof setInterval> | null = null;
    let destroyed = false;

    const halt = () => {
      if (timer !== null) clearInterval(timer);
      timer = null;
      context.paused = true;
    };
    const load = async (path: string): Promise<number | null> => {
      const seconds = await lengthOf(await bytesOf(path, tools));
      if (destroyed || path !== src) return null;
      if (typeof seconds === 'string') {
        const errCode =
          seconds === 'missing' ? (sourceOf(path) === 'server' ? 10002 : 10003) : 10004;
        emit('Error', { errCode, errMsg: TEXTS[errCode] });
        return null;
      }
      context.duration = seconds;
      emit('Canplay');
      if (context.autoplay) context.play();
      return seconds;
    };
    const tick = () => {
      context.currentTime += (beat / 1000) * context.playbackRate;
      if (context.currentTime < context.duration) return emit('TimeUpdate');
      context.currentTime = context.loop ? 0 : context.duration;
      if (context.loop) return;
      halt();
      emit('Ended');
    };

    const context = {
      ...{ startTime: 0, autoplay: false, loop: false, obeyMuteSwitch: true, volume: 1 },
      ...{ playbackRate: 1, duration: 0, currentTime: 0, paused: true, buffered: 0 },
      referrerPolicy: 'no-referrer',
      get src() {
        return src;
      },
      set src(path: string) {
        halt();
        src = String(path);
        context.duration = 0;
        context.currentTime = Number(context.startTime) || 0;
        if (src !== '') loaded = load(src);
      },
      play() {
        const path = src;
        void loaded.then((seconds) => {
          if (seconds === null || destroyed || path !== src || timer !== null) return;
          if (context.currentTime >= context.duration) context.currentTime = 0;
          context.paused = false;
          timer = setInterval(tick, beat);
          emit('Play');
        });
      },
      pause() {
        if (context.paused) return;
        halt();
        emit('Pause');
      },
      stop() {
        halt();
        context.currentTime = 0;
        emit('Stop');
      },
      seek(position: number) {
        emit('Seeking');
        context.currentTime = Math.min(Math.max(0, Number(position) || 0), context.duration);
        emit('Seeked');
      },
      destroy() {
        halt();
        destroyed = true;
        listeners.clear();
      },
    };
    const pairs = EVENTS.flatMap((event) => [
      [
        `on${event}`,
        (listener: WxFunction) =>
          void listeners.set(event, (listeners.get(event) ?? new Set<WxFunction>()).add(listener)),
      ] as const,
      [
        `off${event}`,
        (listener?: WxFunction) =>
          void (listener ? listeners.get(event)?.delete(listener) : listeners.delete(event)),
      ] as const,
    ]);
    // Not a copy: `src` is a property that does something.
    return Object.assign(context, Object.fromEntries(pairs));
  };
  return {
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api/media/audio/wx.createInnerAudioContext.html
     */
    createInnerAudioContext: synchronous('createInnerAudioContext', create),
  };
};

const TEXTS: Readonly<Record<number, string>> = {
  10002: 'network error',
  10003: 'file error',
  10004: 'format error',
};

/** s; or why there is none. */
async function lengthOf(bytes: Uint8Array | null): Promise<number | 'missing' | 'unreadable'> {
  if (!bytes) return 'missing';
  try {
    const reader = new OfflineAudioContext(1, 1, 44_100);
    const { duration } = await reader.decodeAudioData(new Uint8Array(bytes).buffer);
    return duration;
  } catch {
    return 'unreadable';
  }
}
