import type { PhoneDevice } from '@mini-login/simulator/contract';
import { useEffect, useRef } from 'preact/hooks';
import { listenEverywhere } from '../parts/listen-everywhere';
import type { Setup } from '../setup/setup';
import { createPhoneTapper } from './phone-tapper';
import { play } from './play';
import { type ScenarioName, scenarios, setupFor } from './scenarios';

/**
 * Chooses what a scenario needs and plays it; a second one ends the first. Whoever taps the phone
 * has taken over.
 */
export function useScenario(
  phone: PhoneDevice | null,
  setup: { readonly current: Setup | null; readonly choose: (next: Setup) => Promise<void> },
): (name: ScenarioName) => void {
  const playing = useRef(0);
  useEffect(
    () => () => {
      playing.current += 1;
    },
    [],
  );
  return (name) => {
    const page = document.querySelector<HTMLIFrameElement>('.device-screen iframe');
    if (phone === null || setup.current === null || !page?.contentDocument) return;
    playing.current += 1;
    const mine = playing.current;
    const takeOver = () => {
      playing.current += 1;
    };
    const inside = page.contentDocument;
    const stop = listenEverywhere(inside, 'pointerdown', takeOver);
    const scenario = scenarios[name];
    void setup
      .choose(setupFor(scenario, setup.current))
      .then(() => play(scenario, phone, createPhoneTapper(inside), () => playing.current === mine))
      .finally(stop);
  };
}
