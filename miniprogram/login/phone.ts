import { integer, own, text } from './json';
import { readWeChatError, type WeChatError } from './wechat-error';

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
  | ({ readonly kind: 'refused' } & WeChatError);

/**
 * Reads `detail` of getPhoneNumber's event.
 *
 * Only a detail that says yes (or says nothing) and brings something usable is a yes.
 */
export function readPhoneAnswer(detail: unknown): PhoneAnswer {
  const errno = integer(own(detail, 'errno')) ?? 0;
  const errMsg = text(own(detail, 'errMsg')) ?? '';
  if (errno !== 0 || !(errMsg === '' || /^(?:getPhoneNumber:)?\s*ok\b/i.test(errMsg)))
    return { kind: 'refused', ...readWeChatError(detail) };
  const grant = readGrant(detail);
  return grant ? { kind: 'ok', grant } : { kind: 'refused', code: 'phone_unavailable', detail: '' };
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
