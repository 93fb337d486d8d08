import type { Failed } from './state';
import { isoTime } from './timing';

export interface SupportDetail {
  readonly id: 'code' | 'apiCode' | 'requestId' | 'detail' | 'time';
  readonly value: string;
}

/** What support needs to find a failure again. Nothing of it is secret. */
export function supportDetails({
  failure,
  at,
}: Pick<Failed, 'failure' | 'at'>): readonly SupportDetail[] {
  const { code, apiCode, requestId, detail } = failure;
  return [
    { id: 'code', value: code },
    ...(apiCode === undefined ? [] : [{ id: 'apiCode', value: String(apiCode) } as const]),
    ...(requestId === undefined ? [] : [{ id: 'requestId', value: requestId } as const]),
    ...(detail === undefined ? [] : [{ id: 'detail', value: detail } as const]),
    { id: 'time', value: isoTime(at) },
  ];
}

/** The same in any language, so that support can search for it. */
export function supportText(state: Pick<Failed, 'failure' | 'at'>): string {
  return supportDetails(state)
    .map(({ id, value }) => `${id}: ${value}`)
    .join('\n');
}
