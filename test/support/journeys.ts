import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { openBrowser, type PhoneBrowser } from '@mini-login/simulator';
import { composeProject } from '../../scripts/brand/compose';
import type { BrandPack } from '../../scripts/brand/pack/schema';
import {
  type Environment,
  type EnvironmentOptions,
  startEnvironment,
} from '../../scripts/environment';
import { flakyTrace } from '../../scripts/trace/run-index';
import { type Ability, devToolsCli, whyNot } from './abilities';
import { openDevTools, openTestPhone, type PhoneSetting, type TestPhone } from './phone';
import { traceFileName } from './trace-file-name';
import { traceSetting } from './trace-setting';

const root = join(import.meta.dirname, '../..');

export interface Journeys {
  /**
   * A user's story, on a phone of its own. `needs`: what DevTools can't do, so that it is skipped
   * there, by name and reason.
   */
  journey(title: string, story: (phone: TestPhone) => Promise<void>): void;
  journey(title: string, setting: JourneySetting, story: (phone: TestPhone) => Promise<void>): void;
  /** WeChat's and GenAuth's doubles; as new in each test. The simulator's. */
  readonly environment: Environment;
}

export interface JourneyProgram {
  /** Another brand than the applied one. */
  readonly brand?: string;
  /** That brand in another way, and the folder for it. */
  readonly as?: string;
  readonly change?: (pack: BrandPack) => BrandPack;
}

export interface JourneySetting extends PhoneSetting {
  /** Default: everything, as a login does. */
  readonly needs?: readonly Ability[];
}

const everything: readonly Ability[] = ['caller', 'result', 'servers'];

/**
 * One environment and one browser for the journeys of a file. A journey that fails leaves its trace in `out/traces/`.
 */
export function useJourneys(program: JourneyProgram = {}): Journeys {
  let environment: Environment | undefined;
  let browser: PhoneBrowser | undefined;
  let devTools: Promise<TestPhone> | undefined;
  const titles = new Map<string, number>();
  /** Traces of this run; a journey that is tried again has the same. */
  const failed = new Set<string>();

  beforeAll(async () => {
    if (devToolsCli === undefined)
      [environment, browser] = await Promise.all([
        startEnvironment(programOf(program)),
        openBrowser(),
      ]);
  });
  beforeEach(() => environment?.sandbox.reset());
  afterAll(async () => {
    await devTools?.then((phone) => phone.close());
    await browser?.close();
    await environment?.close();
  });

  const open = async (setting: PhoneSetting, title: string): Promise<TestPhone> => {
    if (devToolsCli !== undefined) {
      // Not before a journey can run there.
      devTools ??= openDevTools(devToolsCli, root);
      return { ...(await devTools), close: async () => undefined };
    }
    if (!environment || !browser) throw new Error('only inside a test');
    return await openTestPhone(environment, browser, setting, title);
  };

  return {
    get environment() {
      if (!environment) throw new Error('only inside a test, and not on DevTools');
      return environment;
    },
    journey(
      title: string,
      ...rest:
        | [story: (phone: TestPhone) => Promise<void>]
        | [setting: JourneySetting, story: (phone: TestPhone) => Promise<void>]
    ) {
      const [{ needs = everything, ...setting }, story] = rest.length === 1 ? [{}, rest[0]] : rest;
      const reason = whyNot(needs);
      if (reason !== null) {
        // biome-ignore lint/suspicious/noSkippedTests: only on DevTools, and it says why.
        test.skip(`${title} (not on DevTools: ${reason})`, () => undefined);
        return;
      }
      const times = (titles.get(title) ?? 0) + 1;
      titles.set(title, times);
      test(title, async () => {
        const { testPath = '' } = expect.getState();
        const file = join(root, 'out/traces', traceFileName(testPath, title, times));
        const phone = await open(setting, title);
        try {
          await story(phone);
          if (failed.has(file)) keepAsFlaky(file);
          else if (traceSetting().keep === 'all') await phone.trace(file);
          else for (const old of [file, flakyTrace(file)]) rmSync(old, { force: true });
        } catch (error) {
          failed.add(file);
          // Also when there is nothing left to trace, the story's own error is what is told.
          await phone.trace(file, error).catch(() => undefined);
          throw error;
        } finally {
          await phone.close();
        }
      });
    },
  };
}

/** It failed and then passed: what is worth a look is how it failed. */
function keepAsFlaky(file: string): void {
  if (existsSync(file)) renameSync(file, flakyTrace(file));
}

function programOf({ brand, as = brand, change }: JourneyProgram): EnvironmentOptions {
  return brand === undefined || as === undefined
    ? {}
    : { program: composeProject(root, brand, join(root, 'out/journeys', as), change) };
}
