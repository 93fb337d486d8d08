import { useCallback, useEffect, useState } from 'preact/hooks';

export interface Connection {
  readonly id: string;
  readonly userPoolId: string;
  readonly identifier: string;
  readonly displayName: string;
  readonly appid: string;
  readonly secret: string;
  readonly originalId: string;
  readonly mobileAppID: string;
  readonly loginOnly: boolean;
  readonly apps: readonly string[];
}

export interface Agreement {
  readonly id: number;
  readonly title: string;
  readonly lang: 'zh-CN' | 'zh-TW' | 'en-US' | 'ja-JP';
  readonly required: boolean;
  readonly order: number;
  readonly availableAt: 0 | 1 | 2 | null;
}

export interface App {
  readonly id: string;
  readonly name: string;
  readonly secret: string | null;
  readonly registrationDisabled: boolean;
  readonly agreementEnabled: boolean;
  readonly agreements: readonly Agreement[];
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly phone: { readonly countryCode: string; readonly number: string } | null;
  readonly standing: 'unknown' | 'known' | 'known-without-phone' | 'phone-bound-elsewhere';
  readonly apiCode?: number;
  readonly highRisk?: boolean;
}

export interface FaultRule {
  readonly path?: string;
  readonly api?: string;
  readonly fault: { readonly kind: string };
}

export interface Exchange {
  readonly id: number;
  readonly server: string;
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
  readonly answer?: unknown;
  readonly fault?: string;
}

/** @throws with the words of the control API when it refuses. */
export async function ask<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  const message = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`/sandbox${path}`, {
    method,
    ...(body === undefined ? {} : message),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** What is at a path of the control API, and a way to read it anew. */
export function useResource<T>(path: string): readonly [T | null, () => void] {
  const [value, setValue] = useState<T | null>(null);
  const reload = useCallback(() => {
    // A server that is gone shows as what was there last.
    ask<T>('GET', path).then(setValue, () => undefined);
  }, [path]);
  useEffect(reload, [reload]);
  return [value, reload];
}
