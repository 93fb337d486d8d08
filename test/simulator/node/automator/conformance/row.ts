import { expect } from '@jest/globals';
import type { MethodName } from '../../../../../scripts/simulator/node/automator/methods/all';

/** Parameters, and the whole `result`; or what the error's message says. */
export type Exchange = readonly [params: unknown, answer: unknown];

/** What one method answers, in raw frames. */
export interface MethodRow {
  /** In this order: a gesture has one. */
  readonly works: (at: Place) => readonly Exchange[];
  readonly refuses: (at: Place) => readonly Exchange[];
}

/** The fixture's first page. */
export interface Place {
  readonly pageId: number;
  readonly gonePage: number;
  element(selector: string): Handle;
  /** The page has drawn itself without it. */
  readonly goneElement: Handle;
}

export interface Handle {
  readonly pageId: number;
  readonly elementId: string;
}

/** The simulator has no remote phone, no audits and no <video>. */
export const worksNowhere: readonly MethodName[] = [
  'Tool.enableRemoteDebug',
  'Tool.stopAudits',
  'Element.callContextMethod',
];

/** A `<text class="row">`, and nothing but the keys that the client reads. */
export const row = { elementId: expect.any(String), tagName: 'text' };

/** Of a method that the simulator does not have, or that is tested where it may end everything. */
export const never = () => [];

/** For methods that can't be asked wrongly otherwise. */
export const noObject: Exchange = ['no object', /wrong parameters: params: .*object/];

export function without(name: string, params: object): Exchange {
  return [params, new RegExp(`wrong parameters: .*\\b${name}(?:\\.\\d)?: `)];
}

export function onGonePage({ gonePage }: Place, rest: object = {}): Exchange {
  return [{ ...rest, pageId: gonePage }, `page ${gonePage} is not open`];
}

export function onGoneElement({ pageId, goneElement }: Place, rest: object = {}): Exchange {
  return [{ ...rest, ...goneElement }, `element ${goneElement.elementId} is not in page ${pageId}`];
}
