import type { Coverage } from '../coverage';
import type { Model } from '../model';
import type { Watcher } from '../watcher';
import { oneResult } from './1-one-result';
import { codes } from './2-codes';
import { consent } from './3-consent';
import { wayOut } from './4-way-out';
import { failuresSpeak } from './5-failures';
import { secretsKept } from './6-secrets';
import { brandRules } from './7-brand';
import { openingApp } from './8-opening-app';
import { truth } from './9-truth';

const invariants = [
  oneResult,
  codes,
  consent,
  wayOut,
  failuresSpeak,
  secretsKept,
  brandRules,
  openingApp,
  truth,
];

/** All nine, or `only` one, checked after every step. */
export function watchAll(model: () => Model, coverage: Coverage | null, only?: number): Watcher {
  const watched = invariants.filter((_, index) => only === undefined || index + 1 === only);
  const watchers = watched.map((invariant) => invariant(model));
  return {
    launched(options, fresh) {
      for (const watcher of watchers) watcher.launched?.(options, fresh);
    },
    entered(before, given) {
      for (const watcher of watchers) watcher.entered?.(before, given);
    },
    tapped(what, view) {
      for (const watcher of watchers) watcher.tapped?.(what, view);
    },
    stepped(step) {
      coverage?.add(step);
      for (const watcher of watchers) watcher.stepped?.(step);
    },
    prompted(tap, action, view) {
      for (const watcher of watchers) watcher.prompted?.(tap, action, view);
    },
    received(text) {
      for (const watcher of watchers) watcher.received?.(text);
    },
    minted(code, at) {
      for (const watcher of watchers) watcher.minted?.(code, at);
    },
    destroyed() {
      for (const watcher of watchers) watcher.destroyed?.();
    },
  };
}
