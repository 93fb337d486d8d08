import { afterAll, beforeAll, beforeEach, jest } from '@jest/globals';
import { type Journey, type JourneyOptions, runJourney } from '../../scripts/journey/run';
import type { Scenario } from '../../scripts/journey/scenario';
import { openBrowser, type PhoneBrowser } from '../../scripts/simulator';
import { startWorld, type World } from '../../scripts/world';

export interface Suite {
  readonly world: World;
  readonly browser: PhoneBrowser;
  /** A log-in on a phone of its own. */
  journey(scenario: Scenario, options?: JourneyOptions): Promise<Journey>;
}

/** One world and one browser for the tests of a file; each test finds the sandbox as new. */
export function useSuite(): Suite {
  let world: World | undefined;
  let browser: PhoneBrowser | undefined;
  jest.setTimeout(90_000);
  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld(), openBrowser()]);
  });
  beforeEach(() => world?.sandbox.reset());
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });
  const started = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the suite has not started');
    return value;
  };
  return {
    get world() {
      return started(world);
    },
    get browser() {
      return started(browser);
    },
    journey: (scenario, options = {}) => runJourney(scenario, started(world), { browser: started(browser), ...options }),
  };
}
