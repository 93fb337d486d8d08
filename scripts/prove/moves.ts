import * as fc from 'fast-check';
import {
  type AppLaunch,
  callerArbitrary,
  launchArbitrary,
  type OpeningApp,
  type Repeats,
} from './launches';

/**
 * Everything that a person, WeChat, the network and the clock can do, as data: a failing sequence
 * can be read and replayed.
 */
export type Move =
  // The app and WeChat
  | {
      readonly do: 'launch';
      readonly launch: AppLaunch;
      readonly caller: OpeningApp;
      readonly canGoBack: boolean;
    }
  /** The same app launches with exactly the options of before. */
  | { readonly do: 'launchAgain' }
  /** Some ways in keep the page that is there. */
  | { readonly do: 'openManually'; readonly scene: number; readonly loadsPage?: boolean }
  | { readonly do: 'hide' }
  | {
      readonly do: 'comeBack';
      readonly scene: number;
      readonly repeats: Repeats;
    }
  /** `navigateBackApplication` really switches, whatever it answered or will answer. */
  | { readonly do: 'switchToApp' }
  // The person; on whatever screen, since a tap can come late
  | { readonly do: 'tap'; readonly what: Tap }
  /** A tap that was meant for a screen of before. */
  | { readonly do: 'tapLate'; readonly what: Tap; readonly screensAgo: number }
  | { readonly do: 'tapLaunchApp'; readonly outcome: LaunchAppOutcome }
  /**
   * `surface`: on Android, WeChat's sheet hides the program, and shows it before or after the
   * answer.
   */
  | {
      readonly do: 'answerPhone';
      readonly how: PhoneAnswerKind;
      readonly surface?: 'over' | 'shownFirst' | 'answerFirst';
    }
  // WeChat's and the network's answers, to whatever still waits; `which` picks one
  | { readonly do: 'answer'; readonly which: number; readonly how: AnswerKind }
  /** An answer that was given before comes once more. */
  | { readonly do: 'echo'; readonly which: number }
  /** An answer or a ring that nobody waits for. */
  | { readonly do: 'stray'; readonly what: Stray }
  /** How WeChat treats what it is asked from now on. */
  | { readonly do: 'ports'; readonly how: Ports }
  /** Another phone, or a setting of this one. */
  | { readonly do: 'phone'; readonly behaviour: PhoneBehaviour }
  /** Somebody sets the clock back by a day. */
  | { readonly do: 'setClockBack' }
  | { readonly do: 'wait'; readonly ms: number }
  /** Time passes, and whatever is asked is answered well at the end of it. */
  | { readonly do: 'settle'; readonly ms: number }
  /**
   * The person is away; what is asked is answered once WeChat has suspended the program, which
   * learns of it on its return.
   */
  | { readonly do: 'away'; readonly ms: number }
  /** What would happen next if all went well: takes sequences deep. */
  | { readonly do: 'resume' };

/** What WeChat's documents leave open, and phones do differently. */
export interface PhoneBehaviour {
  /** Where WeChat has suspended the program: what runs first when it comes back. */
  readonly resumes: 'inOrder' | 'timersFirst' | 'answersFirst' | 'beforeShow';
  /** On a hot start: whether `Page.onLoad` comes before `App.onShow`. */
  readonly loadsFirst: boolean;
  /** Split screen, foldables, tablets: a switch to the app leaves WeChat on the screen. */
  readonly splitScreen: boolean;
  readonly language: string;
}

export const usualPhone: PhoneBehaviour = {
  resumes: 'inOrder',
  loadsFirst: false,
  splitScreen: false,
  language: 'zh_CN',
};

export type LaunchAppOutcome =
  | 'switches'
  | 'switchesSilently'
  | 'cancelled'
  | 'fails'
  | 'failsForGood'
  | 'nothing';
/** Its calls answer, throw, never answer, or answer twice. */
export type Ports = 'answer' | 'throw' | 'neverAnswer' | 'answerTwice';

export const taps = [
  'tick',
  'untick',
  'tickOption',
  'untickOption',
  'primary',
  'sheetAgree',
  'sheetClose',
  'withoutPhone',
  'decline',
  'retry',
  'backToApp',
  'copy',
  'openAgreement',
  'openUnknownAgreement',
  'openPrivacyContract',
  'exit',
] as const;
export type Tap = (typeof taps)[number];

export const strays = [
  'loginCode',
  'noLoginCode',
  'response',
  'noResponse',
  'jwe',
  'noJwe',
  'wentBack',
  'notOpened',
  'ring',
] as const;
export type Stray = (typeof strays)[number];

export const phoneAnswers = [
  'both',
  'code',
  'encrypted',
  'denied',
  'privacy',
  'undeclared',
  'permission',
  'noRight',
  'accessDenied',
  'systemDenied',
  'timedOut',
  'quota',
  'nothing',
  'junk',
] as const;
export type PhoneAnswerKind = (typeof phoneAnswers)[number];

export const answers = [
  'ok',
  'fails',
  'timesOut',
  'refused',
  'expired',
  'malformed',
  'html',
  'http500',
] as const;
export type AnswerKind = (typeof answers)[number];

const waits = [
  1, 400, 1_499, 1_500, 4_000, 5_000, 10_000, 12_000, 60_000, 239_000, 240_000, 299_999, 300_000,
  1_800_000,
];

const m = <T extends Move['do']>(
  weight: number,
  arbitrary: fc.Arbitrary<Extract<Move, { do: T }>>,
) => ({ weight, arbitrary });

export const moveArbitrary: fc.Arbitrary<Move> = fc.oneof(
  m<'resume'>(30, fc.constant({ do: 'resume' })),
  m<'tap'>(16, fc.record({ do: fc.constant('tap'), what: fc.constantFrom(...taps) })),
  m<'answer'>(
    12,
    fc.record({ do: fc.constant('answer'), which: fc.nat(3), how: fc.constantFrom(...answers) }),
  ),
  m<'wait'>(7, fc.record({ do: fc.constant('wait'), ms: fc.constantFrom(...waits) })),
  m<'settle'>(
    5,
    fc.record({ do: fc.constant('settle'), ms: fc.constantFrom(0, 0, 239_000, 240_000, 290_000) }),
  ),
  m<'away'>(
    4,
    fc.record({
      do: fc.constant('away'),
      ms: fc.constantFrom(1_000, 60_000, 230_000, 300_000, 300_000, 1_700_000),
    }),
  ),
  m<'answerPhone'>(
    6,
    fc.record({
      do: fc.constant('answerPhone'),
      how: fc.constantFrom(...phoneAnswers),
      surface: fc.constantFrom('over', 'over', 'shownFirst', 'answerFirst'),
    }),
  ),
  m<'launch'>(
    4,
    fc.record({
      do: fc.constant('launch'),
      launch: launchArbitrary,
      caller: callerArbitrary,
      canGoBack: fc.constantFrom(true, true, true, true, false),
    }),
  ),
  m<'launchAgain'>(1, fc.constant({ do: 'launchAgain' })),
  m<'tapLate'>(
    4,
    fc.record({
      do: fc.constant('tapLate'),
      what: fc.constantFrom(...taps),
      screensAgo: fc.integer({ min: 1, max: 3 }),
    }),
  ),
  m<'ports'>(
    2,
    fc.record({
      do: fc.constant('ports'),
      how: fc.constantFrom('answer', 'answer', 'throw', 'neverAnswer', 'answerTwice'),
    }),
  ),
  m<'phone'>(
    2,
    fc.record({
      do: fc.constant('phone'),
      behaviour: fc.record({
        resumes: fc.constantFrom('inOrder', 'timersFirst', 'answersFirst', 'beforeShow'),
        loadsFirst: fc.boolean(),
        splitScreen: fc.constantFrom(false, false, true),
        language: fc.constantFrom('zh_CN', 'zh_HK', 'en', 'ja', 'fr'),
      }),
    }),
  ),
  m<'setClockBack'>(1, fc.constant({ do: 'setClockBack' })),
  m<'hide'>(4, fc.constant({ do: 'hide' })),
  m<'comeBack'>(
    4,
    fc.record({
      do: fc.constant('comeBack'),
      scene: fc.constantFrom(1001, 1038, 1089, 1090, 1131, 1187),
      repeats: fc.constantFrom(
        'nothing',
        'launch',
        'launchWithNoise',
        'launchWithoutCaller',
        'launchNaming',
        'launchNamingOther',
      ),
    }),
  ),
  m<'echo'>(4, fc.record({ do: fc.constant('echo'), which: fc.nat(9) })),
  m<'stray'>(4, fc.record({ do: fc.constant('stray'), what: fc.constantFrom(...strays) })),
  m<'switchToApp'>(3, fc.constant({ do: 'switchToApp' })),
  m<'tapLaunchApp'>(
    3,
    fc.record({
      do: fc.constant('tapLaunchApp'),
      outcome: fc.constantFrom(
        'switches',
        'switchesSilently',
        'cancelled',
        'fails',
        'failsForGood',
        'nothing',
      ),
    }),
  ),
  m<'openManually'>(
    1,
    fc.record({
      do: fc.constant('openManually'),
      scene: fc.constantFrom(1001, 1007, 1011, 1047, 1089, 0),
      loadsPage: fc.boolean(),
    }),
  ),
);
