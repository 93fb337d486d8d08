import type { Account } from './accounts';

/** An account as the APIs write one. */
export function userOf({ id, userPoolId, nickname, phone, createdAt, unionid }: Account) {
  return {
    id,
    userPoolId,
    nickname,
    unionid,
    phone: phone?.number ?? null,
    phoneCountryCode: phone ? `+${phone.countryCode}` : null,
    phoneVerified: phone !== null,
    createdAt: new Date(createdAt).toISOString(),
  };
}
