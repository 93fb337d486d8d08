import type { EnterOptions, Event } from '../../../miniprogram/login/event';
import { type Failure, type FaultOwner, failures } from '../../../miniprogram/login/failure';
import type { View } from '../../../miniprogram/login/screen';
import { hold } from '../violation';
import type { Invariant } from './invariant';

const sessionError =
  /^\{"v":1,(?:"state":"[\w-]{22,128}",)?"status":"error","error":\{"code":"([a-z_]+)","message":"[^"]+"(?:,"apiCode":\d+)?(?:,"requestId":"[\w-]+")?\}\}$/;
const ticketError = /^code=(?:400|501)&message=[^&=]+$/;

/**
 * A failure always says whose it is and what the person can do, and reaches the app as a result
 * with a code.
 */
export const failuresSpeak: Invariant = (model) => {
  const looked = new Set<string>();
  let contract = 'session';

  function checkFailed(event: Event, failure: Failure): void {
    checkAsked(event.type, failure);
    if (event.type === 'phoneAnswered') checkOwner(event.detail, failure);
    checkKnown(failure);
    if (!looked.has(failure.code)) checkScreen(model().view());
    looked.add(failure.code);
  }

  return {
    launched(options) {
      contract = contractOf(options);
    },
    stepped({ before, event, state }) {
      if (state === before) return;
      // An answer that comes after the failure is counted, and no more.
      if (event.type === 'phoneAnswered' && before.name === 'failed') return;
      if (event.type === 'declined' && 'failure' in state) checkDecision(state.failure);
      if (state.name === 'failed') checkFailed(event, state.failure);
      if (state.name !== 'returning' && state.name !== 'manualReturn') return;
      const { outcome, failure, result } = state;
      hold(
        5,
        (outcome === 'error') === (failure !== null),
        'an error without a failure, or a failure without an error',
      );
      if (failure === null) return;
      checkKnown(failure);
      checkResult(contract, failure.code, result);
    },
  };
};

/** Whose matter WeChat's answers about the phone are, by its documents and by reports. */
const owners: readonly (readonly [answer: RegExp, owners: readonly FaultOwner[]])[] = [
  [/没有权限|no permission/, ['brand']],
  [/1400001|not declared/, ['brand']],
  [/timeout/, ['connection']],
  [/access denied|system permission/, ['wechat', 'brand']],
];

function checkOwner(detail: unknown, { code }: Failure): void {
  const answer = JSON.stringify(detail ?? null);
  const [, allowed] = owners.find(([pattern]) => pattern.test(answer)) ?? [];
  const { fault } = failures[code];
  hold(5, allowed?.includes(fault) ?? true, `${answer} is said to be the matter of: ${fault}`);
}

/** What WeChat says of itself is no matter of a server that nobody has asked. */
function checkAsked(type: Event['type'], { code }: Failure): void {
  if (type !== 'loginCodeFailed' && type !== 'phoneAnswered') return;
  const { fault } = failures[code];
  hold(5, fault !== 'service' && fault !== 'account', `${type} is the matter of: ${fault}`);
}

/** Who leaves has decided it: what went wrong before is not why. */
function checkDecision(failure: Failure | null): void {
  const { code } = failure ?? {};
  const fault = code && failures[code].fault;
  hold(5, fault === 'person', `the person leaves, and the app is told ${code}`);
}

function checkKnown({ code, message }: Failure): void {
  hold(5, failures[code] !== undefined, `${code} is not on the list of failures`);
  hold(5, message !== '', `${code} says nothing to the developer`);
}

function checkScreen(view: View): void {
  const says =
    view.screen === 'failure' &&
    [view.heading, view.whose, view.advice].every((words) => words !== '');
  hold(5, says, 'the failure screen does not say what happened, whose it is and what to do');
}

function checkResult(contract: string, code: string, result: string): void {
  if (contract === 'codes') hold(5, result === '', 'a failure of codes is not the empty string');
  else if (contract === 'ticket')
    hold(5, ticketError.test(result), `a ticket's failure that old apps cannot read: ${result}`);
  else
    hold(
      5,
      sessionError.exec(result)?.[1] === code,
      `a session's failure without its code: ${result}`,
    );
}

function contractOf({ path, query }: EnterOptions): string {
  if (typeof query !== 'object' || query === null) return 'session';
  if (path.includes('explore') || 'fromApp' in query) return 'ticket';
  if (!('v' in query)) return 'codes';
  const asked = 'return' in query ? query.return : 'session';
  return asked === 'codes' || asked === 'ticket' ? asked : 'session';
}
