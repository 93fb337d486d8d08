import type { PhoneDevice } from '@mini-login/simulator/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import { listenEverywhere } from '../parts/listen-everywhere';
import type { Setup } from '../setup/setup';
import { createPhoneTapper } from './phone-tapper';
import { play } from './play';
import { isStill, type ScenarioName, scenarios, setupFor } from './scenarios';

/**
 * Chooses what a scenario needs and plays it; a second one ends the first. Whoever taps the phone
 * has taken over.
 */
export function useScenario(
  phone: PhoneDevice | null,
  setup: {
    readonly current: Setup | null;
    readonly scenario: ScenarioName | null;
    readonly choose: (next: Setup, scenario: ScenarioName) => Promise<void>;
  },
): {
  readonly play: (name: ScenarioName) => void;
  /** The last one, or the one that the address asks for, until something else is chosen. */
  readonly played: ScenarioName | null;
  /** The last one stopped because there was nothing to tap. */
  readonly isStuck: boolean;
} {
  const [isStuck, setStuck] = useState(false);
  const playing = useRef(0);
  useEffect(
    () => () => {
      playing.current += 1;
    },
    [],
  );
  const playByName = (name: ScenarioName) => {
    const page = document.querySelector<HTMLIFrameElement>('.device-screen iframe');
    if (phone === null || setup.current === null || !page?.contentDocument) return;
    playing.current += 1;
    const mine = playing.current;
    setStuck(false);
    const takeOver = () => {
      playing.current += 1;
    };
    const inside = page.contentDocument;
    const stop = listenEverywhere(inside, 'pointerdown', takeOver);
    const scenario = scenarios[name];
    void setup
      .choose(setupFor(scenario, setup.current), name)
      .then(() => play(scenario, phone, createPhoneTapper(inside), () => playing.current === mine))
      .then((isPlayed) => setStuck(!isPlayed))
      .finally(stop);
  };
  const last = setup.scenario;
  const isPlayed =
    last !== null && setup.current !== null && isStill(scenarios[last], setup.current);
  return { play: playByName, played: isPlayed ? last : null, isStuck };
}
