import type { NativePageKind } from './surroundings';

/**
 * Everything that happens on the phone, in order: what the workbench shows, `journey --json` prints
 * and tests read. Values are as they were; masking is the reader's business (`secrets.ts`), because
 * the workbench shows them when asked to.
 */
export type TimelineEntry = {
  readonly id: number /** ms, the phone's (virtual) clock. */;
  readonly at: number;
} & TimelineEvent;

export type TimelineEvent =
  /** The app asked WeChat to open the mini program. */
  | { readonly kind: 'launch'; readonly options: EnterOptions; readonly cold: boolean }
  /** App.onLaunch, App.onShow, Page.onLoad, ... as WeChat called them. */
  | {
      readonly kind: 'lifecycle';
      readonly target: 'App' | string;
      readonly hook: string;
      readonly detail?: unknown;
    }
  /** One entry when the call starts, completed in place when it ends. */
  | {
      readonly kind: 'wx';
      readonly api: string;
      readonly args: unknown;
      /** WeChat's documentation says: do not use. */
      readonly deprecated?: boolean;
      readonly outcome?: 'success' | 'fail';
      readonly result?: unknown;
      readonly ms?: number;
    }
  /**
   * An HTTP exchange of the mini program (`from: 'program'`) or of the app behind it (`from:
   * 'app'`).
   */
  | {
      readonly kind: 'http';
      readonly from: 'program' | 'app';
      readonly method: string;
      readonly url: string;
      readonly requestHeaders: Readonly<Record<string, string>>;
      readonly requestBody?: unknown;
      readonly status?: number;
      readonly responseBody?: unknown;
      readonly error?: string;
      readonly ms?: number;
    }
  /** A page came to the front, or the same page shows another screen (its `data-screen`). */
  | { readonly kind: 'screen'; readonly page: string; readonly screen?: string }
  /** One of WeChat's own sheets. */
  | { readonly kind: 'sheet'; readonly sheet: SheetKind; readonly answer?: string }
  | { readonly kind: 'tap'; readonly target: string; readonly text: string }
  | { readonly kind: 'setData'; readonly page: string; readonly bytes: number }
  /**
   * What the app received: `extMsg` of the OpenSDK's Resp or `messageExt` of its Req. `size` in
   * characters.
   */
  | {
      readonly kind: 'extMsg';
      readonly extMsg: string;
      readonly by: 'navigateBackApplication' | 'launchApp';
      readonly as: 'WXLaunchMiniProgram.Resp' | 'ShowMessageFromWX.Req';
      readonly size: number;
    }
  /** What the app made of it, in its own words. */
  | {
      readonly kind: 'app';
      readonly what: 'signedIn' | 'refused' | 'signedOut';
      readonly detail?: unknown;
    }
  | {
      readonly kind: 'phone';
      readonly what:
        | 'background'
        | 'foreground'
        /** A surface of WeChat's has hidden the program, and shows it again. */
        | 'covered'
        | 'uncovered'
        | 'kill'
        | 'suspend'
        | 'resume'
        | 'destroyed'
        | 'clock'
        | 'network'
        | 'person'
        /** The settings that were changed: language, theme, ... */
        | 'device'
        | 'misbehaviour'
        | 'permissions'
        | 'surroundings'
        | 'exit';
      readonly detail?: unknown;
    }
  | {
      readonly kind: 'console';
      readonly level: 'log' | 'debug' | 'info' | 'warn' | 'error';
      readonly args: readonly unknown[];
    }
  /** WeChat takes it, and it may go wrong all the same. */
  | { readonly kind: 'warning'; readonly message: string }
  /** Something that WeChat would refuse or that the simulator does not know. Always loud. */
  | {
      readonly kind: 'error';
      readonly message: string;
      readonly stack?: string;
      /** Of the program: a component, a template or a page that it names and does not have. */
      readonly missing?: true;
    };

export type SheetKind = OpenSheetKind | 'picker' | NativePageKind;

/** Sheets that are allowed or rejected. */
export type OpenSheetKind = 'phone-number' | 'privacy' | 'scope' | 'mini-program';

/**
 * https://developers.weixin.qq.com/miniprogram/dev/api/base/app/life-cycle/wx.getEnterOptionsSync.html
 */
export interface EnterOptions {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly scene: number;
  readonly referrerInfo?: { readonly appId?: string; readonly extraData?: unknown };
  readonly apiCategory: 'default';
}
