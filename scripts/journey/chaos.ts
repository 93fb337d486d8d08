import type { Phone } from '@mini-login/simulator';
import {
  type Disturbance,
  type SearchOptions,
  type SearchResult,
  searchDifference,
} from '@mini-login/simulator/test';
import type { Environment } from '../environment';
import type { PhoneDriver } from './phone-driver';
import { Interrupted, type JourneyOptions, runJourney } from './run';
import type { Scenario } from './scenario';

/**
 * Plays a login again and again, each time with one thing that phones do to programs: a slow
 * network, the person leaves for a while, the system ends the program and the person begins again.
 *
 * @throws When the login does not end as it must without any of it.
 */
export async function disturbJourney(
  scenario: Scenario,
  environment: Environment,
  options: JourneyOptions,
  search: SearchOptions,
): Promise<SearchResult> {
  return await searchDifference(async (disturbance) => {
    environment.sandbox.reset();
    const steps: string[] = [];
    const { report, problem } = await runJourney(scenario, environment, {
      ...options,
      around: (driver, phone) => disturbed(driver, phone, { steps, disturbance }),
    });
    if (problem !== null) {
      if (disturbance === null) throw new Error(`the login is not as it must be: ${problem}`);
      return { steps, outcome: problem };
    }
    const { app } = report;
    const who = app.ok ? { name: app.who.name, phone: app.who.phone } : { code: app.error.code };
    return { steps, outcome: { ok: app.ok, ...who } };
  }, search);
}

interface Course {
  /** What the person did, until now. */
  readonly steps: string[];
  readonly disturbance: Disturbance | null;
}

/** Whatever the person does is a step, but for the launch: before it there is nothing to disturb. */
function disturbed(driver: PhoneDriver, phone: Phone, course: Course): PhoneDriver {
  const before = async (step: string): Promise<void> => {
    course.steps.push(step);
    const { disturbance, steps } = course;
    if (disturbance !== null && steps.length === disturbance.step)
      await disturb(phone, disturbance);
  };
  return {
    ...driver,
    async tap(id) {
      await before(`tap ${id}`);
      await driver.tap(id);
    },
    async answerSheet(answer) {
      await before(`answer the sheet: ${answer}`);
      await driver.answerSheet(answer);
    },
  };
}

async function disturb(phone: Phone, { kind, ms }: Disturbance): Promise<void> {
  switch (kind) {
    case 'delay':
      await phone.network('slow');
      await phone.clock.advance(ms);
      return;
    case 'background':
      await phone.background();
      await phone.clock.advance(ms);
      await phone.foreground();
      return;
    case 'kill':
      // Ended where the system ends programs: out of sight.
      await phone.background();
      await phone.kill();
      throw new Interrupted('the system ended the program');
  }
}
