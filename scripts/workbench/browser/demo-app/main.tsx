import { type AppRegistration, mapOrigins } from '@mini-login/server';
import type { PhoneDevice } from '@mini-login/simulator/contract';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { BrandLook } from '../../brand-state';
import { useContractChoice } from '../page/contract-choice';
import { type AppLogic, localLogic, remoteLogic } from './app-logic';
import { appFetch } from './app-network';
import { Harbor } from './harbor';
import { useLogIn } from './use-log-in';
import { harborWords } from './words';

/** What the server writes into the page. */
interface Settings {
  readonly logic:
    | {
        readonly registration: AppRegistration;
        /** GenAuth's origins, each with the path on this server that leads to the sandbox. */
        readonly origins: Readonly<Record<string, string>>;
      }
    /** The path of the app's server, which knows all that. */
    | string;
  readonly brand: BrandLook;
}

function App({ phone, settings }: { readonly phone: PhoneDevice; readonly settings: Settings }) {
  const [logic] = useState(() => logicOf(settings.logic, phone));
  const [contract] = useContractChoice();
  const device = useDevice(phone);
  const { view, logIn, forget } = useLogIn(phone, logic, contract);
  const { brand } = settings;
  const words = harborWords(device.language);
  useEffect(() => {
    const root = document.documentElement;
    root.lang = device.language.replace('_', '-');
    root.dataset.theme = device.theme;
    root.style.setProperty('--status-bar', `${device.statusBarHeight}px`);
    root.style.setProperty('--safe-bottom', `${device.safeAreaBottom}px`);
    root.style.setProperty('--brand', brand.color[device.theme]);
  }, [device, brand]);
  return (
    <Harbor
      view={view}
      words={words}
      brand={brand}
      onLogIn={logIn}
      onCancel={forget}
      onLogOut={forget}
    />
  );
}

function logicOf(given: Settings['logic'], phone: PhoneDevice): AppLogic {
  if (typeof given === 'string') return remoteLogic(given);
  const origins = Object.fromEntries(
    Object.entries(given.origins).map(([origin, path]) => [origin, location.origin + path]),
  );
  const fetch = appFetch(
    phone,
    mapOrigins(origins, (url, init) => window.fetch(url, init)),
  );
  return localLogic(given.registration, { fetch, now: () => phone.clock.now() });
}

/**
 * The phone's settings; the phone says nothing when they change, but it sends `resize` or draws its
 * timeline on.
 */
function useDevice(phone: PhoneDevice) {
  const [device, setDevice] = useState(phone.device);
  useEffect(() => phone.subscribe(() => setDevice(phone.device)), [phone]);
  return device;
}

const root = document.getElementById('app');
const settings = document.getElementById('settings');
if (root === null || settings === null) throw new Error('The page lacks #app or #settings');
render(<App phone={window.parent.phone} settings={JSON.parse(settings.textContent ?? '')} />, root);
