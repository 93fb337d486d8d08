import type { Lang } from './lang';

/** Of the native bar, in both themes. */
export interface BarColours {
  readonly light: Bar;
  readonly dark: Bar;
}

interface Bar {
  readonly background: string;
  /** All that WeChat takes. */
  readonly front: '#000000' | '#ffffff';
}

/**
 * What a person sees, as data. The page copies it into setData as it is; components take parts of
 * it as properties. No text lives in WXML: every word comes from here, already in the person's
 * language.
 */
export type View = {
  readonly lang: Lang;
  /**
   * Of this screen: each tap brings it along, so that one that was meant for another screen is
   * noticed.
   */
  readonly number: number;
  /** Title of the native navigation bar. */
  readonly title: string;
  /** CSS variables for the root, where the colours are not those of the style sheet. */
  readonly colours: string;
  /** The native bar's; null: as the program is set up. */
  readonly bar: BarColours | null;
  /** What a screen reader says when the screen has changed. */
  readonly announcement: string;
} & Screen;

export type Screen =
  | BlankScreen
  | LoginScreen
  | WorkingScreen
  | ReturningScreen
  | FailureScreen
  | AboutScreen;

/** Before the launch was read. Never longer than one frame. */
export interface BlankScreen {
  readonly screen: 'blank';
}

/**
 * What a button does. `next` is a plain tap; the others are WeChat's open types, because only a
 * real tap on such a button may start them.
 */
export type ButtonAction =
  | 'next'
  | 'getPhoneNumber'
  | 'getPhoneNumber|agreePrivacyAuthorization'
  | 'launchApp';

export interface Button {
  readonly label: string;
  readonly action: ButtonAction;
  /** Shown as waiting; taps do nothing and `open-type` is left off. */
  readonly busy: boolean;
}

export interface QuietButton {
  readonly label: string;
}

/**
 * A sentence with links in it, in the order in which a language says them. Each id stands once in a
 * sentence.
 */
export type SentencePart =
  | { readonly kind: 'text'; readonly id: string; readonly text: string }
  | { readonly kind: 'agreement'; readonly id: string; readonly text: string }
  /** WeChat's own privacy contract. */
  | { readonly kind: 'privacyContract'; readonly id: 'wechat-privacy'; readonly text: string };

/** A box, and the sentence next to it. */
export interface ConsentBox {
  /** Of the optional agreement; empty: the box that the login needs. */
  readonly id: string;
  readonly agreed: boolean;
  /** The whole sentence, for a screen reader. */
  readonly label: string;
  readonly parts: readonly SentencePart[];
}

export interface LoginScreen {
  readonly screen: 'login';
  /** "Log in to Harbor" */
  readonly heading: string;
  /** Which app asks. */
  readonly asking: string;
  /** The company behind it. */
  readonly onBehalf: string;
  /** Path inside the package. */
  readonly logo: string;
  readonly shared: {
    readonly heading: string;
    readonly items: readonly {
      readonly id: 'wechat' | 'phone' | 'notice';
      readonly label: string;
      readonly detail: string;
    }[];
  };
  readonly consent: ConsentBox;
  /** Optional agreements: the login needs none of their ticks. */
  readonly options: readonly ConsentBox[];
  readonly primary: Button;
  /** A second, quieter way on: without the phone number. */
  readonly withoutPhone: QuietButton | null;
  readonly decline: QuietButton;
  /**
   * Above the button, after something went wrong that needs no screen of its own ("You did not
   * share ...").
   */
  readonly notice: string | null;
  /** The sheet that asks for the agreements when a button was tapped with the box unticked. */
  readonly sheet: ConsentSheet | null;
}

export interface ConsentSheet {
  readonly heading: string;
  readonly parts: readonly SentencePart[];
  readonly agree: Button;
  readonly cancel: QuietButton;
}

export interface WorkingScreen {
  readonly screen: 'working';
  readonly heading: string;
  readonly detail: string;
  /**
   * What has been done and what is under way, in order. Only what really happens, in the order in
   * which it happens.
   */
  readonly steps: readonly WorkingStep[];
  readonly cancel: QuietButton;
}

export interface WorkingStep {
  readonly id: string;
  readonly label: string;
  readonly status: 'done' | 'active' | 'waiting';
  /** The status in words, for a screen reader. */
  readonly statusLabel: string;
}

export interface ReturningScreen {
  readonly screen: 'returning';
  readonly outcome: 'ok' | 'error';
  readonly heading: string;
  readonly detail: string;
  /** The way back by hand: shown when WeChat did not switch within 1.5 s. */
  readonly launchApp: { readonly button: Button; readonly appParameter: string } | null;
  /**
   * Next to the button, and next to the words that ask the person to switch by hand. Null: WeChat is
   * about to switch.
   */
  readonly exit: QuietButton | null;
}

export interface FailureScreen {
  readonly screen: 'failure';
  readonly icon: 'connection' | 'account' | 'notice';
  /** What happened. */
  readonly heading: string;
  /** Whose side it is on: "It is the connection, not your account." */
  readonly whose: string;
  /** What the person can do. */
  readonly advice: string;
  /** The one main action, when trying again can help; else `backToApp` is the main one. */
  readonly retry: Button | null;
  readonly backToApp: QuietButton;
  /** Details for support. Nothing secret. */
  readonly support: {
    readonly heading: string;
    readonly lines: readonly {
      readonly id: string;
      readonly label: string;
      readonly value: string;
    }[];
    /** Null: the brand has not declared the clipboard with WeChat; the lines can be selected. */
    readonly copy: QuietButton | null;
  };
}

/** Opened by hand: what this program is for. No login. */
export interface AboutScreen {
  readonly screen: 'about';
  readonly logo: string;
  readonly heading: string;
  readonly body: string;
  readonly how: { readonly heading: string; readonly steps: readonly string[] };
  /** Null: there is none to show. */
  readonly agreements: { readonly heading: string; readonly links: readonly SentencePart[] } | null;
  readonly contact: { readonly heading: string; readonly value: string } | null;
  /** An agreement cannot be opened right now. */
  readonly notice: string | null;
}
