/** What the reader of a sample brings along: their own app, and packages that are not here. */
declare function openSession(session: unknown): void;
/** The words for a person, or what a kit's step says. */
declare function show(words: unknown): void;

// The platform of a uni-app, as far as the samples use it.
declare const plus: {
  readonly share: import('@mini-login/app').PlusShare;
  readonly os: { readonly language: string };
};
declare const uni: {
  request(options: unknown): unknown;
  showToast(options: { readonly icon: 'none'; readonly title: string }): void;
};

// What native code puts into a page.
interface Window {
  readonly webkit: {
    readonly messageHandlers: { readonly wechat: { postMessage(message: string): void } };
  };
  receiveFromWechat: (message: unknown) => void;
}

declare module 'react-native' {
  export const DeviceEventEmitter: {
    addListener(name: string, listener: (event: unknown) => void): { remove(): void };
  };
  export const AppState: {
    addEventListener(name: 'change', listener: (state: string) => void): { remove(): void };
  };
}

declare module 'react-native-wechat-lib' {
  export function registerApp(appId: string, universalLink: string): Promise<boolean>;
  export function isWXAppInstalled(): Promise<boolean>;
  export function launchMiniProgram(request: {
    userName: string;
    miniProgramType: 0 | 1 | 2;
    path: string;
  }): Promise<{ errCode?: number; errStr?: string }>;
}

declare module '@react-native-async-storage/async-storage' {
  const AsyncStorage: {
    getItem(key: string): Promise<string | null>;
    setItem(key: string, value: string): Promise<void>;
    removeItem(key: string): Promise<void>;
  };

  // biome-ignore lint/style/noDefaultExport: the package has one.
  export default AsyncStorage;
}

// An app for HarmonyOS.
declare module '@kit.AbilityKit' {
  export class UIAbility {}
}
declare const server: import('mini_login').LoginServer;
declare const backend: {
  begin(): Promise<{ readonly id: string; readonly path: string }>;
  answer(
    id: string,
    by: string,
    text: string,
  ): Promise<{ readonly signedIn: boolean; readonly pending: boolean; readonly code: string }>;
};
