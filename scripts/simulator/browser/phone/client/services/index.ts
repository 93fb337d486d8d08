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
import { ok, type RunService, type Service } from './service';

const getNetworkType: RunService = async (_, { network }) =>
  ok({ networkType: networkStatus(network.mode).networkType, hasSystemProxy: false });

/** `PhoneHost.call` by name. */
export const services: Readonly<Record<string, Service>> = {
  agreePrivacyAuthorization: { run: agreePrivacyAuthorization, tapOnly: true, recorded: true },
  checkSession: { run: checkSession },
  exitMiniProgram: { run: exitMiniProgram, tapOnly: true },
  getClipboardData: { run: getClipboardData, privacy: true },
  getNetworkType: { run: getNetworkType },
  getPhoneNumber: { run: getPhoneNumber, tapOnly: true, recorded: true, privacy: true },
  getPrivacySetting: { run: getPrivacySetting },
  launchApp: { run: launchApp, tapOnly: true, recorded: true },
  login: { run: login },
  navigateBackApplication: { run: navigateBackApplication },
  onNeedPrivacyAuthorization: { run: onNeedPrivacyAuthorization },
  openPrivacyContract: { run: openPrivacyContract },
  request: { run: request },
  requirePrivacyAuthorize: { run: requirePrivacyAuthorize, privacy: true },
  setClipboardData: { run: setClipboardData, privacy: true },
};
