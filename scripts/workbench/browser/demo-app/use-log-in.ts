import type { Conclusion, Delivery, ReturnContract } from '@mini-login/server';
import type { DeviceInfo, PhoneDevice } from '@mini-login/simulator/contract';
import { useEffect, useState } from 'preact/hooks';
import type { AppLogic } from './app-logic';
import type { AppView } from './view';

const signedOut: AppView = { stage: 'signedOut', refusal: null };

/** The app's login as the person lives it: launch, wait, receive, complete. */
export function useLogIn(phone: PhoneDevice, logic: AppLogic, contract: ReturnContract) {
  const [view, setView] = useState<AppView>(signedOut);

  useEffect(() => {
    const receive = async (delivery: Delivery) => {
      const { isTaken, conclusion: concluding } = await logic.receive(delivery);
      if (isTaken) setView({ stage: 'completing' });
      const conclusion = await concluding;
      phone.record(conclusionEvent(conclusion));
      if (isTaken) setView(viewOf(conclusion, contract));
    };
    return phone.subscribe((entry) => {
      if (entry.kind !== 'extMsg') return;
      receive({ by: entry.as, text: entry.extMsg }).catch((error: unknown) =>
        setView(brokenView(error)),
      );
    });
  }, [phone, logic, contract]);

  const logIn = async () => {
    try {
      const { path } = await logic.begin(contract, { lang: launchLanguage(phone.device.language) });
      setView({ stage: 'waiting' });
      await phone.launch({ path });
    } catch (error) {
      logic.cancel();
      setView(brokenView(error));
    }
  };

  const forget = () => {
    logic.cancel();
    if (view.stage === 'signedIn') phone.record({ kind: 'app', what: 'signedOut' });
    setView(signedOut);
  };

  return { view, logIn, forget };
}

/** The launch contract's languages. */
function launchLanguage(language: DeviceInfo['language']): string {
  return { zh_CN: 'zh-CN', zh_TW: 'zh-TW', zh_HK: 'zh-TW', en: 'en', ja: 'ja' }[language];
}

function conclusionEvent(conclusion: Conclusion) {
  return conclusion.ok
    ? ({
        kind: 'app',
        what: 'signedIn',
        detail: { who: conclusion.who, checks: conclusion.checks, claims: conclusion.claims },
      } as const)
    : ({ kind: 'app', what: 'refused', detail: conclusion.error } as const);
}

function viewOf(conclusion: Conclusion, contract: ReturnContract): AppView {
  if (!conclusion.ok) return { stage: 'signedOut', refusal: conclusion.error };
  const { who, checks, claims } = conclusion;
  return {
    stage: 'signedIn',
    session: { contract, name: who.name ?? who.id, phone: who.phone, checks, claims },
  };
}

function brokenView(error: unknown): AppView {
  return {
    stage: 'signedOut',
    refusal: {
      code: 'open_failed',
      message: error instanceof Error ? error.message : String(error),
    },
  };
}
