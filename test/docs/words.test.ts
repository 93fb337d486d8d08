import { expect, test } from '@jest/globals';
import { textFiles } from './markdown';

/**
 * Words that a stranger stumbles over, each with the plain one. As words and as parts of names; the
 * list is short on purpose: what a person has to think about is no matter for a test.
 */
const plain: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\banew\b/i, 'again'],
  [/\bbeside\b/i, 'next to'],
  [/\bweigh(?:s|ed|ing)?\b|\bweigh[A-Z]/, 'check, handle, compare'],
  [/\bsleeps? not at all\b/i, 'does not sleep'],
  [/\bhears\b(?! ?[=(])|\bhear of\b/i, 'gets, is told, ignores'],
  [/\bin vain\b/i, 'it did not come, nothing came of it'],
];

/** Names that were replaced: they don't come back. Only in code: some are good words in a text. */
const retired: readonly (readonly [name: RegExp, instead: string])[] = [
  [/\b(?:class|type|interface) Starts\b/, 'Lifecycle'],
  [/\bRuntimeForWx\b|\bfor-wx\b(?!app)/, 'WxRuntime, wx-runtime'],
  [/\b(?:type|interface) Line\b/, 'what is on the line: GateConnection'],
  [/\b(?:interface|type) Meeting\b|\bfunction meet\b/, 'FaultContext, applyFault'],
  [/\/finale'/, 'endings'],
  [/\bisWorded\b/, 'hasWords'],
  [/\bunheard\b/, 'unhandled'],
  [/\breadWishes\b/, 'readPreferences'],
  [/\b(?:Gate|Brand)?Desk\b|\bdeskMethod\b/, 'ServerState, GateExchanges, BrandSwitcher'],
  [/\bStudios?\b|\bopenStudios?\b/, 'ScreenRenderer, openRenderer'],
  [/\b(?:interface|type) Hands\b|\bhandsO[nf]\b/, 'PhoneDriver, PhoneTapper'],
  [/\bSight\b|\bsights?Of\b/, 'PhoneChange'],
  [/\b[hH]abit\b|\buseHabit\b/, 'SheetPolicy'],
  [/\bPhoneHabits\b/, 'PhoneBehaviour'],
  [/\b(?:type|interface) Said\b|\bsaidIn\b/, 'Translations, translationIn'],
  [/\bSpeech\b|\bcreateSpeech\b/, 'Translate, createTranslate'],
  [
    /\b(?:giveUp|gaveUp|giveUpOrRefresh|unlessGivenUp)\b/,
    'failAtDeadline (the program), backToAppTapped (the person)',
  ],
  [
    /\b(?:byHand|ByHand|openByHand|offerByHand|leaveByHand|leaveForGood)\b(?<!returning\.byHand)/,
    'manualReturn, openManually, exitWithoutResult',
  ],
  [/\bstate\.good\b/, 'isValid, validity'],
  [/\/asked'|\bfunction asked<?\(.*(?:Sandbox|Promise)/, 'withPlainError, requestsSoFar'],
  [/\bexport const callers\b|\bCallerKind\b/, 'openingApps, OpeningApp'],
  [/\b(?:isGood|verdict\.good)\b/, 'isSuccess'],
  [/\b(?:interface|type|class) Patient\b|\bHeard\b|InVain\b/, 'CompiledBrand, HandledEvents'],
  [
    /\b(?:interface|type|class|function) (?:Awaited|Exclude|Extract|Omit|Partial|Pick|Readonly|Record|Required)\b/,
    'a name that TypeScript does not have',
  ],
  [/\bclass World\b|\bworldIn\b/, 'Model, modelIn'],
  [/\bAppWorld\b|\bworldOf\b/, 'AppPlatform'],
  [/\bLoginWishes\b/, 'LaunchPreferences'],
  [/\b(?:type|interface|function) Parts\b|\bControlParts\b/, 'GenAuthServices, ControlServices'],
  [/\btell\(|#tell\b|\btell[EH][a-z]+\b/, 'dispatch, report, notify, emit, invoke'],
];

const sources = textFiles().filter(
  ([path]) =>
    path !== 'test/docs/words.test.ts' &&
    !path.startsWith('miniprogram/brand/') &&
    !/(?:^|\/)(?:package-lock|noble|fixtures|brand\.schema)\b/.test(path),
);

function unplainIn(text: string, words = plain): readonly string[] {
  return words.flatMap(([word, instead]) => {
    const found = word.exec(text)?.[0];
    return found === undefined ? [] : [`"${found}": ${instead}`];
  });
}

test('names, comments and documents use the plain word', () => {
  const found = sources.flatMap(([path, text]) =>
    unplainIn(text).map((problem) => `${path}: ${problem}`),
  );
  expect(found).toEqual([]);
});

test('a name that was replaced does not come back', () => {
  const found = sources
    .filter(([path]) => /\.(?:ts|tsx|mjs|wxml)$/.test(path))
    .flatMap(([path, text]) => unplainIn(text, retired).map((problem) => `${path}: ${problem}`));
  expect(found).toEqual([]);
  expect(unplainIn('export class Starts {', retired)).toEqual(['"class Starts": Lifecycle']);
});

test('a word is found in a comment and in a name, and not in another word', () => {
  expect(unplainIn('// Mends what was drawn anew.')).toHaveLength(2);
  expect(unplainIn('weighAnswer(event)')).toEqual(['"weighA": check, handle, compare']);
  expect(unplainIn('font-weight: amended besides')).toEqual([]);
});
