/** Where to add what the simulator does not have. A test holds that each place exists. */
export const PLACES = {
  behavior: 'scripts/simulator/browser/runtime/glass/behaviors.ts',
  builtin: 'scripts/simulator/browser/runtime/builtins/',
  builtinTable: 'scripts/simulator/contract/builtins.ts',
  caller: 'scripts/simulator/browser/runtime/process/callers.ts',
  global: 'scripts/simulator/browser/runtime/script/plugin-globals.ts',
  jsonKey: 'scripts/simulator/node/compile/known-keys.ts',
  service: 'scripts/simulator/browser/phone/client/services/',
  wx: 'scripts/simulator/browser/runtime/wx/',
} as const;

export type ApiPlace = keyof typeof PLACES;

const WORDING = ' is not in the simulator. If WeChat has it, add it to ';

/** Whether a text is, or quotes, one of `missing()`'s. */
export function isMissing(text: string): boolean {
  return text.includes(WORDING);
}

/**
 * "`what` is not in the simulator. If WeChat has it, add it to ...": the one way in which the
 * simulator names what it lacks.
 */
export function missing(what: string, ...places: readonly ApiPlace[]): string {
  return `${what}${WORDING}${places.map((place) => PLACES[place]).join(' and ')}.`;
}
