export type { MiniProgramName } from './adapters/mini-program';
export { reactNativeOpener } from './adapters/react-native';
export { uniAppOpener, uniFetch } from './adapters/uni-app';
export { createWebViewBridge, type WebViewBridge } from './adapters/web-view';
export { type Advice, codes, isLoginCode, type LoginCode, words, wordsFor } from './codes';
export { createLogin, type LoginOptions, type WechatLogin } from './log-in';
export { OpenError } from './open-error';
export type { LoginError, Outcome } from './outcome';
export type {
  Clock,
  DeliveredBy,
  Fetch,
  FetchInit,
  FetchResponse,
  NativeDelivery,
  Opener,
  PendingStore,
} from './types';
