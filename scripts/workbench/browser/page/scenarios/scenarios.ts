import type { Setup } from '../setup/setup';

export const scenarioNames = [
  'best',
  'refusal',
  'stays',
  'offline',
  'foreign',
  'second',
  'loginOnly',
] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export interface Scenario {
  /** What is chosen before it begins, beyond what the reader sees things with. */
  readonly setup: Partial<Setup>;
  /** Who logs in, one after the other, on one phone. */
  readonly people: readonly string[];
  /** The network goes away while WeChat asks for the number. */
  readonly cutAtSheet?: true;
}

export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  best: { setup: {}, people: ['existing'] },
  refusal: { setup: { sheetPolicy: 'reject' }, people: ['existing'] },
  stays: {
    setup: { faults: { navigateBackApplication: 'ok-but-stays' } },
    people: ['existing'],
  },
  offline: { setup: {}, people: ['existing'], cutAtSheet: true },
  foreign: { setup: { caller: 'foreign' }, people: ['existing'] },
  second: { setup: {}, people: ['new', 'existing'] },
  // Whoever logs in as a rule has an account by now.
  loginOnly: { setup: { servers: { tenant: 'loginOnly' } }, people: ['abroad'] },
};

/** Whether all is as a scenario has chosen it; what it changes itself while it plays may differ. */
export function isStill(scenario: Scenario, current: Setup): boolean {
  const begun = setupFor(scenario, current);
  const now = {
    ...current,
    person: scenario.people.includes(current.person) ? begun.person : current.person,
    network: scenario.cutAtSheet ? begun.network : current.network,
  };
  return JSON.stringify(now) === JSON.stringify(begun);
}

/** The reader's own brand, contract, language and phone stay. */
export function setupFor({ setup, people }: Scenario, current: Setup): Setup {
  return {
    ...current,
    caller: 'own',
    sheetPolicy: 'allow',
    network: 'online',
    faults: {},
    servers: {},
    person: people[0] ?? current.person,
    ...setup,
  };
}
