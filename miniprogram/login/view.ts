/**
 * What a person sees, as data. The page copies it into setData as it is; components take parts of it as properties.
 * No text lives in WXML: every word comes from here, already in the person's language.
 */
export type Lang = 'zh-CN' | 'zh-TW' | 'en' | 'ja';

export type View = {
  readonly lang: Lang;
  /** Title of the native navigation bar. */
  readonly title: string;
} & (BlankScreen | LoginScreen | WorkingScreen | ReturningScreen | FailureScreen | AboutScreen);

/** Before the launch was read. Never longer than one frame. */
export interface BlankScreen {
  readonly screen: 'blank';
}

/**
 * What a button does. `next` is a plain tap; the others are WeChat's open types, because only a real tap on such a button
 * may start them.
 */
export type ButtonAction =
  | 'next'
  | 'getPhoneNumber'
  | 'getPhoneNumber|agreePrivacyAuthorization'
  | 'agreePrivacyAuthorization'
  | 'launchApp';

export interface Button {
  readonly label: string;
  readonly action: ButtonAction;
  /** Shown as waiting; taps do nothing and `open-type` is left off. */
  readonly busy: boolean;
}

export interface AgreementLink {
  readonly id: string;
  readonly title: string;
}

export interface LoginScreen {
  readonly screen: 'login';
  /** "Log in to Harbor" */
  readonly heading: string;
  /** Which app asks, and on whose behalf. */
  readonly asking: string;
  /** Path inside the package. */
  readonly logo: string;
  readonly shared: {
    readonly heading: string;
    readonly items: readonly { readonly id: 'wechat' | 'phone'; readonly label: string; readonly detail: string }[];
  };
  readonly consent: {
    readonly agreed: boolean;
    /** "I have read and agree to" */
    readonly lead: string;
    readonly agreements: readonly AgreementLink[];
    /** WeChat's own privacy contract, when WeChat has one for this program: «...» */
    readonly privacyContract: string | null;
    /** Between two agreement titles: "、" or ", ". */
    readonly separator: string;
  };
  readonly primary: Button;
  /** A second, quieter way on: without the phone number. */
  readonly withoutPhone: Button | null;
  readonly decline: { readonly label: string };
  /** One line above the button after something went wrong that needs no screen of its own ("You did not share ..."). */
  readonly notice: string | null;
  /** The sheet that asks for the agreements when the button was tapped with the box unticked. */
  readonly sheet: {
    readonly heading: string;
    readonly body: string;
    readonly agree: Button;
    readonly cancel: { readonly label: string };
  } | null;
}

export interface WorkingScreen {
  readonly screen: 'working';
  readonly heading: string;
  readonly detail: string;
  /** What has been done and what is under way, in order. */
  readonly steps: readonly { readonly id: string; readonly label: string; readonly status: 'done' | 'active' | 'waiting' }[];
}

export interface ReturningScreen {
  readonly screen: 'returning';
  readonly outcome: 'ok' | 'error';
  readonly heading: string;
  readonly detail: string;
  /** The way back by hand: shown when WeChat did not switch within 1.5 s. */
  readonly byHand: { readonly button: Button; readonly appParameter: string } | null;
  /** When that fails too: words that tell the person to switch by hand, and a way to close the program. */
  readonly exit: { readonly label: string; readonly detail: string } | null;
}

export interface FailureScreen {
  readonly screen: 'failure';
  readonly heading: string;
  /** What happened. */
  readonly detail: string;
  /** Whose side it is on: "This is a problem of the connection, not of your account." */
  readonly whose: string;
  /** What the person can do. */
  readonly advice: string;
  /** The one main action, when trying again can help. */
  readonly retry: Button | null;
  readonly giveUp: { readonly label: string };
  /** Details to copy for support. Nothing secret. */
  readonly support: {
    readonly heading: string;
    readonly lines: readonly { readonly label: string; readonly value: string }[];
    readonly copy: { readonly label: string; readonly done: string };
  };
}

/** Opened by hand: what this program is for. No log-in. */
export interface AboutScreen {
  readonly screen: 'about';
  readonly logo: string;
  readonly heading: string;
  readonly body: string;
  readonly how: { readonly heading: string; readonly steps: readonly string[] };
  readonly agreements: {
    readonly heading: string;
    readonly items: readonly AgreementLink[];
    readonly privacyContract: string | null;
  };
  readonly contact: { readonly heading: string; readonly value: string } | null;
}
