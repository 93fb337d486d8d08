import { useEffect, useRef, useState } from 'preact/hooks';
import type { Conclusion, HostAppLogic, LoginAttempt, ReturnContract } from '../../../host-app';
import type { PhoneDevice } from '../../../simulator/contract/phone';
import type { DeviceInfo } from '../../../simulator/contract/process';
import type { AppView } from './view';

const signedOut: AppView = { stage: 'signedOut', refusal: null };

/** The app's log-in as the person lives it: launch, wait, receive, complete. */
export function useLogIn(phone: PhoneDevice, logic: HostAppLogic, contract: ReturnContract) {
  const [view, setView] = useState<AppView>(signedOut);
  const attempt = useRef<LoginAttempt | null>(null);

  useEffect(() => {
    const finish = async (begun: LoginAttempt, extMsg: string) => {
      setView({ stage: 'completing' });
      const conclusion = await begun.conclude(extMsg);
      phone.record(conclusionEvent(conclusion));
      setView(viewOf(conclusion, begun.contract));
    };
    return phone.subscribe((entry) => {
      const begun = attempt.current;
      if (entry.kind !== 'extMsg' || begun === null) return;
      // One answer for each launch: a second one is nobody's.
      attempt.current = null;
      finish(begun, entry.extMsg).catch((error: unknown) => setView(brokenView(error)));
    });
  }, [phone]);

  const logIn = async () => {
    try {
      const begun = await logic.begin(contract, { lang: launchLanguage(phone.device.language) });
      attempt.current = begun;
      setView({ stage: 'waiting' });
      await phone.launch({ path: begun.path });
    } catch (error) {
      attempt.current = null;
      setView(brokenView(error));
    }
  };

  const forget = () => {
    attempt.current = null;
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
  return { stage: 'signedIn', session: { contract, name: who.name ?? who.id, phone: who.phone, checks, claims } };
}

function brokenView(error: unknown): AppView {
  return {
    stage: 'signedOut',
    refusal: { code: 'launch_failed', message: error instanceof Error ? error.message : String(error) },
  };
}
