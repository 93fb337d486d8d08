import type { AppError, AppErrorCode, Check, Conclusion, SignedIn } from './types';

export type Json = Readonly<Record<string, unknown>>;

export function failed(code: AppErrorCode, message: string, more: Omit<AppError, 'code' | 'message'> = {}): Conclusion {
  return passedOn({ code, message, ...more });
}

/** An error that is not the app's own. */
export function passedOn(error: AppError): Conclusion {
  return { ok: false, who: null, claims: null, checks: [], error };
}

export function signedIn(claims: Json, checks: readonly Check[] = []): Conclusion {
  return { ok: true, who: whoIs(claims), claims, checks, error: null };
}

/** OIDC's claim names, or those of a GenAuth user. */
function whoIs(claims: Json): SignedIn {
  const national = text(claims.phone) && `${text(claims.phoneCountryCode) ?? ''}${claims.phone}`;
  return {
    id: text(claims.sub) ?? text(claims.id) ?? '',
    name: text(claims.nickname) ?? text(claims.name),
    phone: text(claims.phone_number) ?? national,
  };
}

export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined when the text is no JSON. */
export function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
