import { integer, own, text } from './json';

/**
 * What a granted phone gives: a code, on old base libraries only the encrypted form, on new ones
 * often both.
 */
export interface PhoneGrant {
  readonly code?: string;
  readonly encrypted?: { readonly encryptedData: string; readonly iv: string };
}

/** What getPhoneNumber answered. */
export type PhoneAnswer =
  | { readonly kind: 'ok'; readonly grant: PhoneGrant }
  | { readonly kind: PhoneRefusal };

export type PhoneRefusal =
  | 'denied'
  | 'privacyRefused'
  | 'privacyUndeclared'
  | 'noPermission'
  | 'noQuota'
  | 'unavailable';

/** WeChat's own numbers, where it gives one (docs/wechat.md#what-the-privacy-errors-say). */
const byErrno: Readonly<Record<number, PhoneRefusal>> = {
  102: 'noPermission',
  103: 'privacyRefused',
  104: 'privacyRefused',
  112: 'privacyUndeclared',
  1400001: 'noQuota',
};

/**
 * WeChat's wording is not uniform: the first that matches counts, the special before the general.
 */
const byText: readonly (readonly [RegExp, PhoneRefusal])[] = [
  [/not declared|undeclared|scope is not/i, 'privacyUndeclared'],
  [/privacy/i, 'privacyRefused'],
  [/quota|额度|用量/i, 'noQuota'],
  [/no permission|not? (?:been )?authori[sz]ed|no auth/i, 'noPermission'],
  [/den(?:y|ied)|cancel|refuse|reject|拒绝|取消/i, 'denied'],
];

/**
 * Reads `detail` of getPhoneNumber's event.
 *
 * Only a detail that says yes (or says nothing) and brings something usable is a yes.
 */
export function readPhoneAnswer(detail: unknown): PhoneAnswer {
  const errno = integer(own(detail, 'errno')) ?? 0;
  const errMsg = text(own(detail, 'errMsg')) ?? '';
  if (errno === 0 && (errMsg === '' || /^(?:getPhoneNumber:)?\s*ok\b/i.test(errMsg))) {
    const grant = readGrant(detail);
    return grant ? { kind: 'ok', grant } : { kind: 'unavailable' };
  }
  return {
    kind: byErrno[errno] ?? byText.find(([pattern]) => pattern.test(errMsg))?.[1] ?? 'unavailable',
  };
}

function readGrant(detail: unknown): PhoneGrant | null {
  const code = text(own(detail, 'code'), 512);
  const encryptedData = text(own(detail, 'encryptedData'));
  const iv = text(own(detail, 'iv'), 512);
  const encrypted =
    encryptedData !== undefined && iv !== undefined ? { encryptedData, iv } : undefined;
  if (code === undefined && encrypted === undefined) return null;
  return {
    ...(code === undefined ? {} : { code }),
    ...(encrypted === undefined ? {} : { encrypted }),
  };
}
