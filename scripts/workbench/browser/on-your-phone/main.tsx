import type { DeviceInfo, HostApp, PhoneDevice } from '@mini-login/simulator/contract';
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usualSetup } from '../page/settings';
import { deviceOf } from '../page/setup/on-phone';
import { onYourPhoneWords } from './words';

/** What the server writes into the page. */
interface Settings {
  /** Path of the phone page. */
  readonly phone: string;
  readonly app: HostApp;
}

/** The browser has a status bar of its own above this; here it is only as high as its text. */
const statusBarHeight = 20;

/** The simulator's phone in the place of this one: as large, in its language, light or dark. */
function deviceHere(): DeviceInfo {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const setup = usualSetup(navigator.languages, dark);
  const phone = /Android/.test(navigator.userAgent) ? 'android' : 'ios';
  return {
    ...deviceOf({ ...setup, phone }),
    ...sizeHere(),
    statusBarHeight,
    safeAreaBottom: 0,
    pixelRatio: devicePixelRatio,
  };
}

function sizeHere() {
  return { screenWidth: innerWidth, screenHeight: innerHeight };
}

function OnYourPhone({ phone, app }: Settings) {
  const [device] = useState(deviceHere);
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const follow = () => phoneIn(frame.current)?.setDevice(sizeHere());
    addEventListener('resize', follow);
    return () => removeEventListener('resize', follow);
  }, []);
  const isLost = useIsLost();
  const words = onYourPhoneWords(navigator.languages);
  const query = { app: JSON.stringify(app), device: JSON.stringify(device) };
  return (
    <main>
      <iframe ref={frame} title={words.title} src={`${phone}?${new URLSearchParams(query)}`} />
      {isLost && (
        <p class="lost" role="status">
          {words.lost}
        </p>
      )}
    </main>
  );
}

function phoneIn(frame: HTMLIFrameElement | null): PhoneDevice | undefined {
  return frame?.contentWindow?.phone;
}

/** The command has ended, or another brand is chosen: then the page of that one comes by itself. */
function useIsLost(): boolean {
  const [isLost, setIsLost] = useState(false);
  useEffect(() => {
    let wasLost = false;
    const events = new EventSource('/simulator/events');
    events.onerror = () => {
      wasLost = true;
      setIsLost(true);
    };
    events.onopen = () => {
      if (wasLost) location.reload();
    };
    return () => events.close();
  }, []);
  return isLost;
}

const root = document.getElementById('on-your-phone');
const settings = document.getElementById('settings');
if (root === null || settings === null)
  throw new Error('The page lacks #on-your-phone or #settings');
document.documentElement.lang = onYourPhoneWords(navigator.languages).lang;
render(<OnYourPhone {...JSON.parse(settings.textContent ?? '')} />, root);
