/** What a granted phone gives: a code, on old base libraries only the encrypted form, on new ones often both. */
export interface PhoneGrant {
  readonly code?: string;
  readonly encrypted?: { readonly encryptedData: string; readonly iv: string };
}

/** What getPhoneNumber answered. */
export type PhoneAnswer =
  | { readonly kind: 'ok'; readonly grant: PhoneGrant }
  | { readonly kind: 'denied' | 'privacyRefused' | 'privacyUndeclared' | 'noPermission' | 'noQuota' | 'unavailable' };
