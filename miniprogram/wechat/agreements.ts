import type { HttpRequest } from '../login/effect';
import type { ReadAgreements } from '../login/genauth/agreements';
import type * as Reader from '../pages/agreement/reader';
import type { RequestAnswer } from './request';
import { requestAndLoad } from './request-and-load';

/**
 * Asks GenAuth for its agreements.
 *
 * @param loaded Gets what reads them before `done` is called. Not called when WeChat did not load it:
 *   then no agreement is read.
 */
export function requestAgreements(
  request: HttpRequest,
  loaded: (read: ReadAgreements) => void,
  done: (answer: RequestAnswer) => void,
): void {
  const load = (): Promise<typeof Reader> => require.async('../pages/agreement/reader');
  requestAndLoad(request, load, ({ readAgreements }) => loaded(readAgreements), done);
}
