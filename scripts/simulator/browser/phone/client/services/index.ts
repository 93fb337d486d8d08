import { networkStatus } from '../../net/network';
import { getClipboardData, setClipboardData } from './clipboard';
import { checkSession, login } from './login';
import { getPhoneNumber } from './phone-number';
import {
  agreePrivacyAuthorization,
  getPrivacySetting,
  onNeedPrivacyAuthorization,
  openPrivacyContract,
  requirePrivacyAuthorize,
} from './privacy';
import { request } from './request';
import { exitMiniProgram, launchApp, navigateBackApplication } from './return-to-app';
import { ok, type Service } from './service';

/** `PhoneHost.call` by name. */
export const services: Readonly<Record<string, Service>> = {
  agreePrivacyAuthorization,
  checkSession,
  exitMiniProgram,
  getClipboardData,
  getNetworkType: async (_, { network }) => ok({ networkType: networkStatus(network.mode).networkType, hasSystemProxy: false }),
  getPhoneNumber,
  getPrivacySetting,
  launchApp,
  login,
  navigateBackApplication,
  onNeedPrivacyAuthorization,
  openPrivacyContract,
  request,
  requirePrivacyAuthorize,
  setClipboardData,
};
