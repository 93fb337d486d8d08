import { ok, type RunService, type Services } from './service';

/**
 * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.getPrivacySetting.html
 */
export const getPrivacySetting: RunService = async (_, { privacy, misbehaviour, clock }) => {
  if (misbehaviour().privacySetting === 'late')
    await new Promise<void>((resolve) => void clock.after(lateMs, resolve));
  return ok({
    needAuthorization: privacy.needAuthorization,
    privacyContractName: privacy.contractName,
  });
};

const lateMs = 8_000;

export const openPrivacyContract: RunService = async (_, { privacy, screen, surfaces }) => {
  screen.set({ contract: privacy.contractName });
  void surfaces.during(() => closed(screen));
  return ok();
};

/** The person has left the contract's page. */
function closed(screen: Services['screen']): Promise<void> {
  return new Promise((resolve) => {
    const stop = screen.subscribe(() => {
      if (screen.get().contract !== null) return;
      stop();
      resolve();
    });
  });
}

export const requirePrivacyAuthorize: RunService = async () => ok();

export const onNeedPrivacyAuthorization: RunService = async ({ listener }, { privacy }) => {
  privacy.setListener(listener);
  return ok();
};

/**
 * `<button open-type="agreePrivacyAuthorization" id="...">`: the host has taken the tap for a yes.
 */
export const agreePrivacyAuthorization: RunService = async () => ok();
