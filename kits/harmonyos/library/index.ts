export type { LoginServer } from './src/main/ets/server-login';
export {
  BegunLogin,
  DeliveredBy,
  LoginStep,
  ServerAnswer,
  ServerLogin,
} from './src/main/ets/server-login';
export { type OnDelivery, Wechat } from './src/main/ets/wechat';
