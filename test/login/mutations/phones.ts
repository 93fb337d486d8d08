import type { Mutation } from './mutation';

/**
 * What shows on some phones and with some answers only: repeats that lack something, another order,
 * a split screen, agreements that change, words that say more than is known.
 */
export const phoneMutations: readonly Mutation[] = [
  {
    name: 'a repeat without the caller is another launch',
    invariant: 1,
    seed: 8,
    file: 'launch/given.ts',
    from: 'first.caller !== null && again.caller !== null && first.caller !== again.caller',
    to: 'first.caller !== again.caller',
  },
  {
    name: 'a page that is loaded before its options is forgotten',
    seed: 13,
    invariant: 1,
    file: 'steps/enter.ts',
    from: "const isLoaded = page === 'ahead';",
    to: "const isLoaded = page === 'ahead' && attempt < 0;",
  },
  {
    name: 'an optional agreement is under the one tick',
    invariant: 3,
    seed: 1,
    file: 'consent.ts',
    from: "return 'optional' in agreement && agreement.optional;",
    to: "return 'optional' in agreement && agreement.optional && agreement.id === '';",
  },
  {
    name: 'an optional agreement is in the receipt without its tick',
    invariant: 3,
    seed: 9,
    file: 'result.ts',
    from: 'agreements.filter(({ id }) => chosen.includes(id))',
    to: 'agreements.filter((one) => chosen.length === 0 && !to.agreements.includes(one))',
  },
  {
    name: 'a yes to other words stays',
    invariant: 3,
    seed: 3,
    file: 'terms.ts',
    from: 'return isSame ? state : takeYesBack(state);',
    to: 'return state;',
  },
  {
    name: 'back in front there is no time for the answers that have waited',
    seed: 15,
    invariant: 4,
    file: 'timing.ts',
    from: 'isYounger(since, now, ms) || isYounger(visit.backAt, now, timing.graceMs)',
    to: 'isYounger(since, now, ms)',
    also: {
      file: 'timing.ts',
      from: 'return backAt !== 0 && backAt < since ? graced : Math.max(since + ms, graced);',
      to: 'return since + ms;',
    },
  },
  {
    name: "WeChat's yes counts however long ago it was",
    invariant: 9,
    seed: 47,
    file: 'timing.ts',
    from: 'switchMs: 5_000,',
    to: 'switchMs: 3_600_000,',
  },
  {
    name: 'being hidden alone is taken for the switch',
    invariant: 9,
    seed: 40,
    file: 'steps/manual-return.ts',
    from: "isKnown ? 'delivered' : 'unknown',",
    to: "'delivered',",
  },
  {
    name: 'the login is said to have happened before the app has it',
    invariant: 9,
    file: 'present/returning.ts',
    from: "heading: translate(outcome === 'ok' ? 'returning.ok' : 'returning.error'),",
    to: "heading: translate(outcome === 'ok' ? 'finished.ok' : 'returning.error'),",
  },
  {
    name: 'what may have gone is said to be lost',
    invariant: 9,
    seed: 20_250_101,
    after: 15_010,
    file: 'steps/go-back.ts',
    from: "call === null && tap === null && !mayHaveGone ? 'lost' : 'unknown'",
    to: "call === null && tap === null ? 'lost' : 'unknown'",
  },
];
