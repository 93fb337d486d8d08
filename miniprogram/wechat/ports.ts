import type { Effect } from '../login/effect';
import type { Event } from '../login/event';
import type { ReadAgreements } from '../login/genauth/agreements';
import { requestAgreements } from './agreements';
import { copy } from './clipboard';
import { exit } from './exit';
import { goBack } from './go-back';
import { fetchLoginCode } from './login-code';
import { note } from './note';
import { openPrivacyContract, readPrivacy } from './privacy';
import { type RequestAnswer, sendRequest } from './request';
import { openAgreementPage } from './routes';
import { createSealer } from './seal';

/**
 * One port for each effect; what a port answers is sent back as an event with the effect's
 * `attempt`.
 *
 * @param loaded Gets what reads GenAuth's agreements before their answer is sent, unless WeChat did
 *   not load it.
 * @param askDirectory How a hosted program asks its directory.
 */
export function createPorts(
  send: (event: Event) => void,
  loaded: (read: ReadAgreements) => void = () => undefined,
  askDirectory: typeof sendRequest = sendRequest,
): (effect: Effect) => void {
  const sealer = createSealer();
  return (effect) => {
    switch (effect.type) {
      case 'fetchLoginCode': {
        const { attempt } = effect;
        fetchLoginCode((answer) =>
          send(
            'code' in answer
              ? { type: 'loginCodeArrived', attempt, code: answer.code }
              : { type: 'loginCodeFailed', attempt, ...answer },
          ),
        );
        return;
      }
      case 'readPrivacy': {
        const { attempt } = effect;
        readPrivacy((setting) => {
          if (setting) send({ type: 'privacyRead', attempt, ...setting });
        });
        return;
      }
      case 'request': {
        const { attempt, purpose, request } = effect;
        const done = (answer: RequestAnswer) =>
          send(
            answer.kind === 'responded'
              ? { type: 'responded', attempt, purpose, response: answer.response }
              : { type: 'requestFailed', attempt, purpose, reason: answer.reason },
          );
        if (purpose === 'agreements') requestAgreements(request, loaded, done);
        else if (purpose === 'directory') askDirectory(request, done);
        else sendRequest(request, done);
        return;
      }
      case 'prepareSeal':
        sealer.prepare();
        return;
      case 'seal': {
        const { attempt } = effect;
        sealer.seal(effect.plaintext, effect.key, (jwe) =>
          send(jwe === null ? { type: 'sealFailed', attempt } : { type: 'sealed', attempt, jwe }),
        );
        return;
      }
      case 'goBack': {
        const { attempt } = effect;
        goBack(effect.extraData, (ok) => send({ type: 'goBackAnswered', attempt, ok }));
        return;
      }
      case 'openAgreement': {
        const { attempt } = effect;
        openAgreementPage(effect.id, () => send({ type: 'openFailed', attempt }));
        return;
      }
      case 'openPrivacyContract': {
        const { attempt } = effect;
        openPrivacyContract(() => send({ type: 'openFailed', attempt }));
        return;
      }
      case 'note':
        note(effect.text);
        return;
      case 'copy':
        copy(effect.text);
        return;
      case 'exit':
        exit();
        return;
    }
  };
}
