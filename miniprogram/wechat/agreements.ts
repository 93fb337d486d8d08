import type { HttpRequest } from '../login/effect';
import type { ReadAgreements } from '../login/genauth/agreements';
import type * as Reader from '../pages/agreement/reader';
import { answerOnce } from './answer-once';
import { type RequestAnswer, sendRequest } from './request';

/**
 * Asks GenAuth for its agreements and, side by side, WeChat for what reads them. An answer waits for
 * both; a request that failed, for nothing.
 *
 * @param loaded Gets what reads them before `done` is called. Not called when WeChat did not load it:
 *   then `done` comes without, and no agreement is read.
 */
export function requestAgreements(
  request: HttpRequest,
  loaded: (read: ReadAgreements) => void,
  done: (answer: RequestAnswer) => void,
): void {
  let isLoaded = false;
  let waiting: RequestAnswer | null = null;
  answerOnce<ReadAgreements | null>(
    (read) => {
      if (read !== null) loaded(read);
      isLoaded = true;
      if (waiting !== null) done(waiting);
    },
    null,
    (answer) => {
      loadReader().then(
        ({ readAgreements }) => answer(readAgreements),
        () => answer(null),
      );
    },
  );
  sendRequest(request, (answer) => {
    if (isLoaded || answer.kind === 'failed') done(answer);
    else waiting = answer;
  });
}

/** https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages/async.html */
function loadReader(): Promise<typeof Reader> {
  return require.async('../pages/agreement/reader');
}
