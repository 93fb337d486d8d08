import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { allCells, unreachedCells } from '../../scripts/prove/cells';
import { Coverage } from '../../scripts/prove/coverage';
import { actions, nothing } from '../../scripts/prove/flow/words';
import { eventOf, modelIn, walkGrid } from '../../scripts/prove/grid';
import { flowProperty } from '../../scripts/prove/property';
import { reportOf } from '../../scripts/prove/report';
import { login } from '../../scripts/prove/subject';

const coverage = new Coverage();
/** The same ways each time: what is said of it does not hang on chance. */
const fixed = new Coverage();
walkGrid(login, allCells(), fixed);

test('in 5,000 random sequences of everything that can happen, no invariant is broken', () => {
  const report = reportOf(fc.check(flowProperty(login, coverage), { numRuns: 5_000 }));
  expect(report).toMatchObject({ violations: 0, runs: 5_000 });
});

test('every cell of the table is reached', () => {
  expect(unreachedCells(fixed)).toEqual([]);
});

test('a cell in which nothing happens leaves the state as it is', () => {
  for (const { state, event } of allCells().filter(({ action }) => action in nothing)) {
    const model = modelIn(state, login);
    const after = login.step(model.state, eventOf(event, model.state.visit), model);
    expect(after).toEqual({ state: model.state, effects: [] });
  }
});

test('a cell in which something happens does something', () => {
  const idle = allCells()
    .filter(({ action }) => !(action in nothing))
    .filter(({ state, event }) => !fixed.acts(`${state} ${event}`));
  expect(idle).toEqual([]);
});

test('each cell leads where docs/flow.md says, and nowhere else', () => {
  const wrong = allCells().flatMap(({ state, event, action }) => {
    const said: readonly string[] = action in nothing ? [] : (actions[action]?.to ?? []);
    const elsewhere = [coverage, fixed]
      .flatMap((walked) => walked.targets(`${state} ${event}`))
      .filter((to) => to !== state && !said.includes(to));
    return elsewhere.map((to) => `${state}, ${event}: ${action} leads to ${to}`);
  });
  expect(wrong).toEqual([]);
});
