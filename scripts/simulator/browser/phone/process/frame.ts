import FakeTimers from '@sinonjs/fake-timers';
import type { StartProgram } from '../../../contract/process';
import { FRAME } from '../../../contract/program';
import type { FrameClock, PhoneClock } from '../clock';
import { ofBuild } from '../net/http';

/**
 * The document of one mini program process. Removing it ends the process, whatever it was doing.
 */
export interface ProgramFrame {
  readonly element: HTMLIFrameElement;
  readonly clock: FrameClock;
  readonly start: StartProgram;
}

declare global {
  interface Window {
    /** Set by the runtime's bundle in the program's document. */
    readonly startProgram?: StartProgram;
  }
}

/**
 * Opens an empty document, gives it the phone's time, and only then loads the runtime, so that
 * nothing has kept the real timers.
 */
export async function openFrame(
  parent: HTMLElement,
  phoneClock: PhoneClock,
  guardTouches: (inner: Window) => void,
): Promise<ProgramFrame> {
  const element = document.createElement('iframe');
  element.title = 'mini program';
  element.src = ofBuild(FRAME);
  await new Promise<void>((resolve, reject) => {
    element.addEventListener('load', () => resolve(), { once: true });
    element.addEventListener(
      'error',
      () => reject(new Error('the program frame could not be loaded')),
      { once: true },
    );
    parent.append(element);
  });
  const inner = element.contentWindow;
  if (!inner) throw new Error('the program was killed while it started');
  guardTouches(inner);
  const clock = FakeTimers.withGlobal(inner).install({
    now: phoneClock.now(),
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
  mindTimers(inner, phoneClock);
  await loadScript(inner.document, ofBuild('/simulator/runtime.js'));
  const start = inner.startProgram;
  if (!start) throw new Error('the runtime bundle has set no startProgram');
  return { element, clock, start };
}

/**
 * A timer that is set late in a long task counts from then, and not from when the clock was last
 * moved: it would fire too early. What a timer throws is the program's error, and not that of
 * whoever moved the clock.
 */
function mindTimers(inner: Window, clock: PhoneClock): void {
  const { setTimeout, setInterval } = inner;
  const reporting = (handler: TimerHandler) => {
    // A text is no code in WeChat.
    if (typeof handler !== 'function')
      return () => inner.reportError(new TypeError('a timer was given no function'));
    return (...args: unknown[]) => {
      try {
        handler(...args);
      } catch (error) {
        inner.reportError(error);
      }
    };
  };
  Object.assign(inner, {
    setTimeout: (handler: TimerHandler, ms?: number, ...args: unknown[]) =>
      setTimeout(reporting(handler), Math.max(0, Number(ms) || 0) + clock.lag(), ...args),
    setInterval: (handler: TimerHandler, ms?: number, ...args: unknown[]) =>
      setInterval(reporting(handler), ms, ...args),
  });
}

function loadScript(page: Document, src: string): Promise<void> {
  const script = page.createElement('script');
  script.src = src;
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve(), { once: true });
    script.addEventListener('error', () => reject(new Error(`${src} could not be loaded`)), {
      once: true,
    });
    page.head.append(script);
  });
}
