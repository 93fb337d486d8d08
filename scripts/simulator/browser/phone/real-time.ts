import type { RealTime } from './clock';

/** The browser's own time, which the phone's clock follows. */
export function browserTime(): RealTime {
  const waiting: (() => void)[] = [];
  // A message is a whole turn of the event loop, without the 4 ms that a nested setTimeout(0)
  // takes.
  const channel = new MessageChannel();
  channel.port1.onmessage = () => waiting.shift()?.();
  return {
    now: () => Date.now(),
    every: (ms, run) => void setInterval(run, ms),
    settle: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        channel.port2.postMessage(null);
      }),
  };
}
