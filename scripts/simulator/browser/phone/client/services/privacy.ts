import { ok, type RunService } from './service';

/** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.getPrivacySetting.html */
export const getPrivacySetting: RunService = async (_, { privacy }) =>
  ok({ needAuthorization: privacy.needAuthorization, privacyContractName: privacy.contractName });

export const openPrivacyContract: RunService = async (_, { privacy, screen }) => {
  screen.set({ contract: privacy.contractName });
  return ok();
};

export const requirePrivacyAuthorize: RunService = async () => ok();

export const onNeedPrivacyAuthorization: RunService = async ({ listener }, { privacy }) => {
  privacy.setListener(listener);
  return ok();
};

/** `<button open-type="agreePrivacyAuthorization" id="...">`: the host has taken the tap for a yes. */
export const agreePrivacyAuthorization: RunService = async () => ok();
