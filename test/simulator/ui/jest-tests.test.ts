import { describe, expect, test } from '@jest/globals';
import { focus, idsOf, untilStopped } from '../../../scripts/simulator/node/ui/jest-tests.mjs';

test('tests of one name have an id each, and none takes the name of another', () => {
  expect(idsOf(['same', 'same', 'same #2', 'a b', 'a b', 'a b', 'same #2'])).toEqual([
    ...['same', 'same #3', 'same #2', 'a b', 'a b #2', 'a b #3', 'same #2 #2'],
  ]);
});

test('what a person chooses runs next to `only`, and what says itself that it does not run does not', () => {
  const modes = [undefined, 'only', 'skip', 'todo'].map((mode) => {
    const chosen = {
      ...{ type: 'test' as const, name: 'it', errors: [], invocations: 0 },
      parent: { type: 'describeBlock' as const, name: '', hooks: [], children: [] },
      ...(mode === undefined ? {} : { mode }),
    };
    focus(chosen);
    return chosen.mode;
  });
  expect(modes).toEqual(['only', 'only', 'skip', 'todo']);
});

describe('a stop', () => {
  const stopped = () => {
    const controller = new AbortController();
    return { signal: controller.signal, stop: () => controller.abort(new Error('stopped')) };
  };

  test('fails what waits for ever', async () => {
    const { signal, stop } = stopped();
    const waits = untilStopped(() => new Promise(() => undefined), signal)?.call({});
    const waitsForCall = new Promise((done) => {
      untilStopped((_: unknown) => undefined, signal)?.call({}, done);
    });
    stop();
    await expect(waits).rejects.toThrow('stopped');
    expect(await waitsForCall).toEqual(new Error('stopped'));
  });

  test('keeps what comes after it from beginning', () => {
    const { signal, stop } = stopped();
    stop();
    let begun = 0;
    const begin = () => {
      begun += 1;
    };
    expect(() => untilStopped(begin, signal)?.call({})).toThrow('stopped');
    expect(() => untilStopped((_: unknown) => begin(), signal)?.call({})).toThrow('stopped');
    expect(begun).toBe(0);
  });

  test('changes nothing of what is over', async () => {
    const { signal, stop } = stopped();
    const ends: unknown[] = [];
    untilStopped((done: (end: string) => void) => done('over'), signal)?.call({}, (end: unknown) =>
      ends.push(end),
    );
    ends.push(untilStopped(() => undefined, signal)?.call({}));
    const self = { own: 1 };
    const readsThis = async function (this: typeof self) {
      return this.own;
    };
    ends.push(await untilStopped(readsThis, signal)?.call(self));
    stop();
    expect(ends).toEqual(['over', undefined, 1]);
  });

  test('leaves a generator function as Jest knows it', () => {
    const generator = function* () {
      yield 1;
    };
    expect(untilStopped(generator, stopped().signal)).toBe(generator);
  });
});
