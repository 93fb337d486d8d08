/**
 * The ways in which real WeChat lets a program down, and what each can be; the first is how a
 * program hopes for it. Phones, journeys and the workbench read their choices here. Sources:
 * docs/wechat.md.
 */
export const MISBEHAVIOURS = {
  /**
   * `ok-but-stays`: success is called and the switch never happens; `fail`: `fail:not from
   * opensdk`; `never-answers`: neither callback comes, and no switch; `missing`: not in `wx`.
   */
  navigateBackApplication: ['works', 'ok-but-stays', 'never-answers', 'fail', 'missing'],
  /**
   * `cancelled`: the person taps Cancel in WeChat's own "leave WeChat?" sheet, and `bindlaunchapp`
   * fires all the same. The next two are temporary errors (`check fail` is also what being offline
   * gives); only `invalid scene` means never.
   */
  launchApp: ['works', 'cancelled', 'check fail', 'sdk launch fail', 'invalid scene'],
  /**
   * Whether WeChat's own surfaces (number, privacy, contract) hide the program, as Android's do:
   * not at all, or it is shown again after the answer has come, or before.
   */
  surfaces: ['over', 'answer-first', 'show-first'],
  /**
   * Whether a switch to the app hides the program: in split screen, on an iPad or HarmonyOS it need
   * not.
   */
  switching: ['hides', 'side-by-side'],
  /** `without-caller`: `referrerInfo` is empty in options that WeChat only repeats. */
  repeats: ['as-launched', 'without-caller'],
  /** What comes first when an app opens a program that runs: App.onShow, or the page's hooks. */
  hotStart: ['onShow-first', 'onLoad-first'],
  /** What comes first after a suspension: waiting answers, or timers (and then App.onShow). */
  resume: ['answers-first', 'timers-first'],
  /** `noisy`: keys of other SDKs and of attribution arrive in the query of every launch. */
  query: ['as-sent', 'noisy'],
  /** Old base libraries give no `code`, only `encryptedData` and `iv`. */
  phoneCode: ['given', 'missing'],
  /** iOS words what the network says in the phone's language. */
  wording: ['in-english', 'localized'],
  /** Older clients give no `errno` with an `errMsg`. */
  errno: ['given', 'missing'],
  /** `forgotten`: no request domain is declared, as before the first release: errno 600002. */
  domains: ['declared', 'forgotten'],
  /** `late`: wx.getPrivacySetting takes 8 s. */
  privacySetting: ['at-once', 'late'],
  /** The errno of a refused privacy contract. */
  privacyRefusal: ['103', '104'],
  /** How a refused number is worded: clients differ. */
  phoneDeny: [
    'getPhoneNumber:fail user deny',
    'getPhoneNumber:fail:user deny',
    'user deny',
    'fail:user cancel',
  ],
} as const;

type Choices = typeof MISBEHAVIOURS;

export type Misbehaviour = { readonly [K in keyof Choices]: Choices[K][number] };

/** A phone on which everything is as hoped. */
export const wellBehaved: Misbehaviour = {
  navigateBackApplication: 'works',
  launchApp: 'works',
  surfaces: 'over',
  switching: 'hides',
  repeats: 'as-launched',
  hotStart: 'onShow-first',
  resume: 'answers-first',
  query: 'as-sent',
  phoneCode: 'given',
  wording: 'in-english',
  errno: 'given',
  domains: 'declared',
  privacySetting: 'at-once',
  privacyRefusal: '103',
  phoneDeny: 'getPhoneNumber:fail user deny',
};
