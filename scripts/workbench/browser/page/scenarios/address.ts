import { readSetup, type Setup } from '../setup/setup';
import { isStill, type ScenarioName, scenarioNames, scenarios, setupFor } from './scenarios';

const NAME = 'scenario';

/** The scenario that an address has chosen: it is named, and nothing plays by itself. */
export function scenarioIn(search: string): ScenarioName | null {
  const asked = new URLSearchParams(search).get(NAME);
  return scenarioNames.find((name) => name === asked) ?? null;
}

/** What an address asks for; what its scenario needs goes before it, but for how far that has come. */
export function askedBy(search: string, usual: Setup): Setup {
  const setup = readSetup(search, usual);
  const asked = scenarioIn(search);
  return asked === null || isStill(scenarios[asked], setup)
    ? setup
    : setupFor(scenarios[asked], setup);
}

/** The address of a setup, with its scenario while all is as that has chosen it. */
export function withScenario(address: string, asked: ScenarioName | null, current: Setup): string {
  return asked === null || !isStill(scenarios[asked], current)
    ? address
    : `${address}&${NAME}=${asked}`;
}

/** Without its scenario: something else was chosen. */
export function withoutScenario(query: URLSearchParams): void {
  query.delete(NAME);
}
