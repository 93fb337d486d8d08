import { ok, type Service } from './service';

/** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.getPrivacySetting.html */
export const getPrivacySetting: Service = async (_, { privacy }) =>
  ok({ needAuthorization: privacy.needAuthorization, privacyContractName: privacy.contractName });

export const openPrivacyContract: Service = async (_, { privacy, screen }) => {
  screen.set({ contract: privacy.contractName });
  return ok();
};

export const requirePrivacyAuthorize: Service = async (_, { privacy }) =>
  (await privacy.require('requirePrivacyAuthorize')) ?? ok();

export const onNeedPrivacyAuthorization: Service = async ({ listener }, { privacy }) => {
  privacy.setListener(listener);
  return ok();
};

/** `<button open-type="agreePrivacyAuthorization" id="...">`, tapped. */
export const agreePrivacyAuthorization: Service = async ({ buttonId }, { privacy }) => {
  privacy.agree(typeof buttonId === 'string' ? buttonId : undefined);
  return ok();
};
