import { readSetup, type Setup } from '../setup/setup';
import { isStill, type ScenarioName, scenarioNames, scenarios, setupFor } from './scenarios';

const NAME = 'scenario';

/** The scenario that an address has chosen: it is named, and nothing plays by itself. */
export function scenarioIn(search: string): ScenarioName | null {
  const asked = new URLSearchParams(search).get(NAME);
  return scenarioNames.find((name) => name === asked) ?? null;
}

/** What an address asks for, and what its scenario needs. */
export function askedBy(search: string, usual: Setup): Setup {
  const setup = readSetup(search, usual);
  const asked = scenarioIn(search);
  return asked === null ? setup : setupFor(scenarios[asked], setup);
}

/** The address of a setup, with its scenario while all is as that has chosen it. */
export function withScenario(address: string, asked: ScenarioName | null, current: Setup): string {
  return asked === null || !isStill(scenarios[asked], current)
    ? address
    : `${address}&${NAME}=${asked}`;
}

/** Names a scenario in the address that is there; what it chooses follows. */
export function writeScenario(name: ScenarioName): void {
  const query = new URLSearchParams(location.search);
  query.set(NAME, name);
  history.replaceState(null, '', `?${query}`);
}
