import { describe, expect, test } from '@jest/globals';
import { entriesOf } from '../../../scripts/simulator/node/ui/entries';
import {
  applyEvent,
  EMPTY,
  matches,
  statusOf,
  type UiEvent,
  type UiState,
  type UiStep,
} from '../../../scripts/simulator/ui/model';

const path = 'test/shop.test.js';
const listed = ['pear', 'plum'].map((title) => ({ id: `shop ${title}`, title, groups: ['shop'] }));
const step: UiStep = {
  ...{ id: '1', title: 'tap', source: `${path}:3`, isOver: false, took: 0, waited: 0 },
  ...{ error: null, finger: null, before: null, after: null, entries: [] },
};
const outcome = (id: string, status: 'running' | 'passed' | 'failed' | 'flaky'): UiEvent => ({
  ...{ type: 'test', path, id, status, ms: 1, error: status === 'failed' ? 'why' : null },
});

const stateAfter = (...events: readonly UiEvent[]): UiState =>
  [{ type: 'files', paths: [path] } as const, { type: 'file', path, tests: listed } as const]
    .concat(events as never)
    .reduce(applyEvent, EMPTY);
const statuses = ({ files }: UiState) =>
  files.flatMap(({ tests }) => tests.map(({ status }) => status));
const fileStatus = (state: UiState) => state.files.map(statusOf).join();

describe('what UI mode shows of a run', () => {
  test('a test waits, runs and has an outcome; what was not reached is as before', () => {
    const run: UiEvent = { type: 'run', run: 'running', chosen: [{ path, tests: null }] };
    expect(statuses(stateAfter(run))).toEqual(['queued', 'queued']);
    const begun = [run, outcome('shop pear', 'running')];
    expect(statuses(stateAfter(...begun))).toEqual(['running', 'queued']);
    expect(fileStatus(stateAfter(...begun))).toBe('running');
    const over = stateAfter(...begun, outcome('shop pear', 'passed'), { type: 'over' });
    expect(statuses(over)).toEqual(['passed', 'idle']);
    expect(over.run).toBe('idle');
  });

  test('one test alone may be chosen', () => {
    const run: UiEvent = { type: 'run', run: 'running', chosen: [{ path, tests: ['shop plum'] }] };
    expect(statuses(stateAfter(run))).toEqual(['idle', 'queued']);
  });

  test.each([
    ['failed', [outcome('shop pear', 'passed'), outcome('shop plum', 'failed')]],
    ['flaky', [outcome('shop pear', 'passed'), outcome('shop plum', 'flaky')]],
    ['passed', [outcome('shop pear', 'passed'), outcome('shop plum', 'passed')]],
    ['idle', [outcome('shop pear', 'passed')]],
    ['failed', [{ type: 'fileOver', path, error: 'it does not load' }]],
    ['idle', []],
  ] as const)('a file is %s by its tests and its own error', (status, events) => {
    expect(fileStatus(stateAfter(...(events as readonly UiEvent[])))).toBe(status);
  });

  test('a step is shown at once, changes in its place, and goes when its test begins again', () => {
    const shown = (given: UiStep): UiEvent => ({
      type: 'step',
      path,
      test: 'shop pear',
      step: given,
    });
    const events = [shown(step), shown({ ...step, id: '2' }), shown({ ...step, isOver: true })];
    const stepsOf = (state: UiState) => state.files[0]?.tests[0]?.steps;
    expect(stepsOf(stateAfter(...events))).toEqual([
      { ...step, isOver: true },
      { ...step, id: '2' },
    ]);
    expect(stepsOf(stateAfter(...events, outcome('shop pear', 'running')))).toEqual([]);
  });

  test('steps of hooks around all tests belong to the file', () => {
    const [file] = stateAfter({ type: 'step', path, test: null, step }).files;
    expect(file?.steps).toEqual([step]);
  });

  test('a file that is read again keeps what is known of its tests', () => {
    const again: UiEvent = {
      ...{ type: 'file', path },
      tests: [{ id: 'shop fig', title: 'fig', groups: [] }, ...listed.slice(0, 1)],
    };
    expect(statuses(stateAfter(outcome('shop pear', 'failed'), again))).toEqual(['idle', 'failed']);
  });
});

test('the filter finds words of a path, of groups and of a title, in any case and order', () => {
  const [pear] = stateAfter().files[0]?.tests ?? [];
  if (!pear) throw new Error('there is a test');
  for (const filter of ['', 'PEAR', 'pear shop', 'test/shop', 'pea sho'])
    expect(matches(path, pear, filter)).toBe(true);
  for (const filter of ['plum', 'pear plum']) expect(matches(path, pear, filter)).toBe(false);
});

test('each kind of entry is a line of bounded length', () => {
  const texts = entriesOf([
    { id: 1, at: 0, kind: 'console', level: 'log', args: ['a', { b: 1 }] },
    { id: 2, at: 0, kind: 'wx', api: 'login', args: {}, outcome: 'success' },
    { id: 3, at: 0, kind: 'error', message: 'x'.repeat(1_000) },
  ]).map(({ kind, text }) => `${kind}: ${text}`);
  expect(texts).toEqual([
    'console: log a {"b":1}',
    'wx: wx.login success {}',
    `error: ${'x'.repeat(300)}`,
  ]);
});
