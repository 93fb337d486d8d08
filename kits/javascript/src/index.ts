export type { MiniProgramName } from './adapters/mini-program';
export { reactNativeOpener } from './adapters/react-native';
export { uniAppOpener } from './adapters/uni-app';
export { createAppLogIn, type Opener, type Outcome } from './log-in';
