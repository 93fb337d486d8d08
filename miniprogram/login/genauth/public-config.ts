import type { EffectiveBrand } from '../brand';
import type { HttpRequest } from '../effect';
import { timing } from '../timing';

/**
 * `GET {console host}/api/v2/applications/:appId/public-config`
 * (docs/genauth.md#the-public-configuration).
 */
export function publicConfigRequest(
  appId: string,
  consoleHost: string,
  brand: Pick<EffectiveBrand, 'genauth'>,
): HttpRequest {
  return {
    method: 'GET',
    url: `${consoleHost}/api/v2/applications/${appId}/public-config`,
    headers: { [brand.genauth.headers.appId]: appId },
    timeoutMs: timing.requestTimeoutMs,
  };
}
