import type { Changes } from './changes';

/**
 * Files of the package (pictures) are served under this path of the phone page's origin:
 * `/program/brand/logo.png`.
 */
export const ASSETS = '/program/';

/** Where the empty document of a program's process is served. */
export const FRAME = '/simulator/frame';

/**
 * A compiled mini program: what `compile/` (Node) makes and `runtime/` (browser) runs.
 * Plain JSON, so that it crosses HTTP as it is.
 */
export interface CompiledProgram {
  /** From project.config.json, or from ext.json where that counts. */
  readonly appId: string;
  /** `ext` of ext.json, for `wx.getExtConfigSync`; left out: there is none. */
  readonly ext?: Readonly<Record<string, unknown>>;
  /**
   * app.json; values that start with `@` are variables of theme.json. Unknown keys were refused by
   * the compiler.
   */
  readonly app: AppConfig;
  /** theme.json, by theme; null when the program has none. */
  readonly theme: Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>> | null;
  /**
   * Script modules as CommonJS function bodies, by path without extension: `pages/login/login`,
   * `miniprogram_npm/@vant/weapp/button/index`.
   */
  readonly modules: Readonly<Record<string, string>>;
  /** Pages that have nothing to draw, whatever their scripts do. */
  readonly emptyPages: readonly string[];
  /** Pages and components, by path. */
  readonly components: Readonly<Record<string, ComponentUnit>>;
  /**
   * A JavaScript expression that evaluates to `{[path]: template group}` (glass-easel's template
   * compiler).
   */
  readonly templates: string;
  /** app.wxss, compiled; '' when there is none. */
  readonly appStyle: string;
  /**
   * What is broken, one entry a place. A program with errors is still delivered, so that the phone
   * can show them.
   */
  readonly errors: readonly CompileError[];
  /** For `npm run dev -- bench`. */
  readonly stats: { readonly ms: number; readonly components: number; readonly modules: number };
}

/** From a version that a phone has to the newest. */
export interface ProgramChanges {
  readonly version: string;
  readonly changes: Changes | null;
}

export interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly window: WindowConfig;
  readonly darkmode: boolean;
  readonly usingComponents: Readonly<Record<string, string>>;
  readonly __usePrivacyCheck__: boolean;
  /** The rest as written, for reading only. */
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface WindowConfig {
  readonly navigationBarTitleText?: string;
  readonly navigationBarBackgroundColor?: string;
  /** `black`, `white`, or a variable of theme.json. */
  readonly navigationBarTextStyle?: string;
  readonly navigationStyle?: 'default' | 'custom';
  readonly backgroundColor?: string;
  readonly backgroundColorContent?: string;
  /** `dark`, `light`, or a variable of theme.json. */
  readonly backgroundTextStyle?: string;
  readonly disableScroll?: boolean;
  /** CSS px. */
  readonly onReachBottomDistance?: number;
}

export interface ComponentUnit {
  readonly isPage: boolean;
  /** `.json` of the unit, `usingComponents` resolved to paths in `components`. */
  readonly usingComponents: Readonly<Record<string, string>>;
  readonly componentGenerics: Readonly<Record<string, true | { readonly default?: string }>>;
  readonly componentPlaceholder: Readonly<Record<string, string>>;
  readonly pureDataPattern?: string;
  /** `isolated`, `apply-shared`, `shared`, and the same with `page-`. */
  readonly styleIsolation: string;
  /** Page-only settings (title, colours); {} for components. */
  readonly window: WindowConfig;
  /** WXSS compiled to CSS: scoped classes, rpx -> vw, imports inlined. */
  readonly style: string;
  /** The prefix that `style`'s class names carry. */
  readonly styleScope: string;
}

export interface CompileError {
  /**
   * `warning`: WeChat takes it and goes on; on the timeline, and no reason not to start, unless the
   * simulator is strict. `loud`: the same, but something is not there that the program shows
   * nothing without, so that it is an error on the timeline.
   */
  readonly level?: 'warning' | 'loud';
  /** The pages that reach it, which it keeps from starting; absent: the whole program. */
  readonly pages?: readonly string[];
  readonly kind: 'wxml' | 'wxss' | 'wxs' | 'json' | 'script' | 'missing';
  /** Relative to the program's folder. */
  readonly file: string;
  /** 1-based; absent when the tool gives none. */
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}
