export type { MiniProgramName } from './adapters/mini-program.ts';
export { reactNativeOpener } from './adapters/react-native.ts';
export { type PlusShare, uniAppOpener, uniFetch } from './adapters/uni-app.ts';
export { createWebViewBridge, type WebViewBridge } from './adapters/web-view.ts';
export { type Advice, codes, isLoginCode, type LoginCode, words, wordsFor } from './codes.ts';
export { createLogin, type LoginOptions, type WechatLogin } from './log-in.ts';
export { OpenError } from './open-error.ts';
export type { LoginError, Outcome } from './outcome.ts';
export type {
  Clock,
  DeliveredBy,
  Fetch,
  FetchInit,
  FetchResponse,
  NativeDelivery,
  Opener,
  PendingStore,
} from './types.ts';
