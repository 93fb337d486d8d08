import { compareVersions, SINCE } from '../../../../contract/apis';
import { fail, ok, type RunService } from './service';

const noQuota = 1_400_001;

/**
 * `<button open-type="getPhoneNumber">`. Quota, permission and a missing number are found at the
 * tap; the sheet asks after that.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/getPhoneNumber.html
 */
export const getPhoneNumber: RunService = async ({ phoneNumberNoQuotaToast }, services) => {
  const { network, server, program, person, sheets, misbehaviour, device, unreached } = services;
  if (network.mode === 'offline') return unreached('getPhoneNumber', 'offline');
  try {
    const caller = { appid: program.appId, person: person() };
    const [answer, people] = await Promise.all([
      server.cloud('phone-number', caller),
      server.people(),
    ]);
    if (typeof answer.errMsg === 'string') {
      if (answer.errno === noQuota && phoneNumberNoQuotaToast !== false)
        void services.dialogs.show({
          kind: 'toast',
          params: { title: 'quota', icon: 'none', native: 'no-quota' },
        });
      return fail(answer.errMsg, typeof answer.errno === 'number' ? answer.errno : undefined);
    }
    const masked =
      people.find(({ id }) => id === caller.person)?.phone ?? String(answer.purePhoneNumber);
    const said = await sheets.ask({ kind: 'phone-number', subject: mask(masked) });
    if (said !== 'allow')
      return fail(said === 'reject' ? misbehaviour().phoneDeny : 'getPhoneNumber:fail user cancel');
    const { code, encryptedData, iv, cloudID } = answer;
    const isOld =
      misbehaviour().phoneCode === 'missing' ||
      compareVersions(device().SDKVersion, SINCE.phoneCode) < 0;
    return ok({ encryptedData, iv, cloudID, ...(isOld ? {} : { code }) });
  } catch (error) {
    return fail(`getPhoneNumber:fail ${String(error)}`, 600_001);
  }
};

/** `138****0000`, as WeChat shows it. */
function mask(number: string): string {
  return number.includes('*') ? number : number.replace(/^(\+?\d{3})\d+(\d{4})$/, '$1****$2');
}
