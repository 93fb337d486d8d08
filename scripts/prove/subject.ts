import * as alarm from '../../miniprogram/login/alarm';
import type { Brand } from '../../miniprogram/login/brand';
import * as choices from '../../miniprogram/login/choices';
import type { Effect } from '../../miniprogram/login/effect';
import type { Event } from '../../miniprogram/login/event';
import * as flow from '../../miniprogram/login/flow';
import { type ReadAgreements, readAgreements } from '../../miniprogram/login/genauth/agreements';
import type { View } from '../../miniprogram/login/screen';
import type { Asking, State } from '../../miniprogram/login/state';
import type { Context } from '../../miniprogram/login/steps/step';
import { view } from '../../miniprogram/login/view';

/** What is proved: the login, or a copy of it with a mistake put in on purpose. */
export interface Subject {
  initial(brand: Brand): State;
  step(state: State, event: Event, context: Context): StepResult;
  wakeAt(state: State): number | null;
  primaryAction(state: Asking): { readonly action: string; readonly busy: boolean };
  view(state: State): View;
  readonly readAgreements: ReadAgreements;
  sheetAction(state: Asking): { readonly action: string; readonly busy: boolean };
}

export interface StepResult {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export const login: Subject = { ...flow, ...alarm, ...choices, view, readAgreements };
