import {
  type AppPlatform,
  type AppRegistration,
  type Conclusion,
  createHostApp,
  type Delivery,
  type HostAppLogic,
} from '@mini-login/server';

/** The app's own part of a login, here or on its server. */
export interface AppLogic extends Pick<HostAppLogic, 'begin' | 'cancel'> {
  receive(delivery: Delivery): Promise<Received>;
}

interface Received {
  /** False: nobody waited for it, or it may be forged. It changes nothing on the screen. */
  readonly isTaken: boolean;
  readonly conclusion: Promise<Conclusion>;
}

/** In this page. A real app has the half with the secrets on its server. */
export function localLogic(registration: AppRegistration, platform: AppPlatform): AppLogic {
  const logic = createHostApp(registration, platform);
  return {
    begin: (contract, preferences) => logic.begin(contract, preferences),
    cancel: () => logic.cancel(),
    async receive(delivery) {
      const waited = logic.pending;
      const conclusion = logic.receive(delivery);
      return { isTaken: waited && !logic.pending, conclusion };
    },
  };
}

/** On the server, at this path: `workbench/lan/app-logic.ts` answers. */
export function remoteLogic(path: string): AppLogic {
  // A page that came by http has no `crypto.randomUUID`.
  const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
  const call = async (name: string, body: object) => {
    const response = await fetch(`${path}/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, ...body }),
    });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return await response.json();
  };
  return {
    begin: (contract, { lang = 'en' } = {}) => call('begin', { contract, lang }),
    cancel: () => void call('cancel', {}).catch(() => undefined),
    async receive(delivery) {
      const { isTaken, conclusion } = await call('receive', { delivery });
      return { isTaken, conclusion: Promise.resolve(conclusion) };
    },
  };
}
