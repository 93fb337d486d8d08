import type { HttpRequest } from '../login/effect';
import { answerOnce } from './answer-once';
import { type RequestAnswer, sendRequest } from './request';

/**
 * Sends a request and, side by side, has WeChat load what reads its answer. An answer waits for
 * both; a request that failed, for nothing.
 *
 * @param load `require.async` of a subpackage's module:
 *   https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages/async.html
 * @param loaded Gets the module before `done` is called. Not called when WeChat did not load it:
 *   then `done` comes without.
 */
export function requestAndLoad<Module>(
  request: HttpRequest,
  load: () => Promise<Module>,
  loaded: (module: Module) => void,
  done: (answer: RequestAnswer) => void,
): void {
  let isLoaded = false;
  let waiting: RequestAnswer | null = null;
  answerOnce<Module | null>(
    (module) => {
      if (module !== null) loaded(module);
      isLoaded = true;
      if (waiting !== null) done(waiting);
    },
    null,
    (answer) => {
      load().then(answer, () => answer(null));
    },
  );
  sendRequest(request, (answer) => {
    if (isLoaded || answer.kind === 'failed') done(answer);
    else waiting = answer;
  });
}
