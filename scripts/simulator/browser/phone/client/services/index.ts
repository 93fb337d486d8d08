import { networkStatus } from '../../net/network';
import { getClipboardData, setClipboardData } from './clipboard';
import { chooseLocation, getLocation } from './location';
import { checkSession, login } from './login';
import { chooseImage, chooseMedia, previewImage, saveImageToPhotosAlbum } from './media';
import { navigateToMiniProgram } from './mini-program';
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
import { authorize, getSetting, openSetting } from './scopes';
import { ok, type RunService, type Service } from './service';
import { connectSocket } from './socket';

const getNetworkType: RunService = async (_, { network }) =>
  ok({ networkType: networkStatus(network.mode).networkType, hasSystemProxy: false });

/** `PhoneHost.call` by name. */
export const services: Readonly<Record<string, Service>> = {
  agreePrivacyAuthorization: { run: agreePrivacyAuthorization, tapOnly: true, recorded: true },
  authorize: { run: authorize },
  checkSession: { run: checkSession },
  chooseImage: { run: chooseImage, privacy: true },
  chooseLocation: { run: chooseLocation, privacy: true },
  chooseMedia: { run: chooseMedia, privacy: true },
  connectSocket: { run: connectSocket },
  exitMiniProgram: { run: exitMiniProgram, tapOnly: true },
  getClipboardData: { run: getClipboardData, privacy: true },
  getLocation: { run: getLocation, privacy: true },
  getNetworkType: { run: getNetworkType },
  getPhoneNumber: { run: getPhoneNumber, tapOnly: true, recorded: true, privacy: true },
  getPrivacySetting: { run: getPrivacySetting },
  getSetting: { run: getSetting },
  launchApp: { run: launchApp, tapOnly: true, recorded: true },
  login: { run: login },
  navigateBackApplication: { run: navigateBackApplication },
  navigateToMiniProgram: { run: navigateToMiniProgram, tapOnly: true },
  onNeedPrivacyAuthorization: { run: onNeedPrivacyAuthorization },
  openPrivacyContract: { run: openPrivacyContract },
  openSetting: { run: openSetting, tapOnly: true },
  previewImage: { run: previewImage },
  request: { run: request },
  requirePrivacyAuthorize: { run: requirePrivacyAuthorize, privacy: true },
  saveImageToPhotosAlbum: { run: saveImageToPhotosAlbum, privacy: true },
  setClipboardData: { run: setClipboardData, privacy: true },
};
