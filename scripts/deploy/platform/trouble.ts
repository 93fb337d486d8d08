import { provider, remedies, troubles } from '../../messages/platform';
import { say } from '../../messages/say';
import type { NotOk } from './wechat-api';

/** Why a brand is not as far as it should be, and what to do. */
export interface Trouble {
  readonly reason: string;
  readonly problems: readonly string[];
  readonly remedy: string | null;
  /** WeChat may have done it; the next run asks first. */
  readonly mayHaveArrived: boolean;
}

/** By WeChat's numbers. https://developers.weixin.qq.com/doc/oplatform/openApi/ */
const reasons: ReadonlyMap<number, readonly [reason: string, remedy: (brand: string) => string]> =
  new Map([
    ...each([61003, 61007, 48001], 'right', () => say(remedies.right())),
    ...each([61040, 85310, 85311, 85312], 'private-apis', () => say(remedies.privateApis())),
    ...each([85013, 85045, 85046, 85047, 85048, 9402203], 'ext-json', (brand) =>
      say(remedies.extJson(brand)),
    ),
    ...each([85014, 85043, 85044], 'template', (brand) => say(remedies.extJson(brand))),
    ...each([85008, 85077, 86002], 'set-up', () => say(remedies.setUp())),
    ...each([85006, 85010, 85011, 85023], 'category', () => say(remedies.category())),
    ...each([85007], 'page', (brand) => say(remedies.page(brand))),
    ...each([85051], 'review-notes', () => say(remedies.reviewNotes())),
    ...each([85012, 85019, 85058], 'no-review', () => say(remedies.noReview())),
    ...each([85020], 'not-approved', () => say(remedies.notApproved())),
    ...each([85086, 86001], 'nothing-committed', () => say(remedies.again())),
    ...each([86007, 86009, 86010], 'may-not-submit', () => say(remedies.maySubmit())),
    ...each([86000, 61014, 41001, 40001, 40014, 42001], 'token', () => say(remedies.wrongToken())),
    ...each([61004], 'address', () => say(remedies.address())),
    ...each([44002, 47001, 40097], 'request', () => say(remedies.request())),
    ...each([85065], 'templates-full', () => say(remedies.templatesFull())),
    ...each([9400001], 'live-streaming', () => say(remedies.liveStreaming())),
    ...each([45011, 9402202], 'too-often', () => say(remedies.later())),
    ...each([85015, 85016, 85017, 85018, 85301, 85302], 'domains', () => say(remedies.domains())),
    ...each([86069], 'privacy', () => say(remedies.purposes())),
    ...each([85009], 'under-review', () => say(remedies.underReview())),
    ...each([85085], 'quota', () => say(remedies.quota())),
    ...each([45009], 'calls', () => say(remedies.today())),
  ]);

function each(numbers: readonly number[], reason: string, remedy: (brand: string) => string) {
  return numbers.map((number) => [number, [reason, remedy]] as const);
}

/** What stands in the place of the answer that was hoped for. */
export function troubleOf(answer: NotOk, brand: string): Trouble {
  if (answer.kind !== 'refused') {
    const { kind, message } = answer;
    if (kind === 'token') return trouble('token', message, say(provider.tokenRemedy()));
    if (kind === 'unsure') return lostTrouble(message);
    if (kind === 'odd') return trouble('answer', message, say(remedies.odd()));
    return trouble('network', say(troubles.offline(message)), say(remedies.again()));
  }
  const { errcode, errmsg } = answer;
  const [reason, remedy] = reasons.get(errcode) ?? ['refused', () => null];
  return trouble(reason, say(troubles.refuses(errmsg, errcode)), remedy(brand));
}

export function lostTrouble(words: string): Trouble {
  return {
    ...trouble('unsure', say(troubles.unsure(words)), say(remedies.arrived())),
    mayHaveArrived: true,
  };
}

export function trouble(reason: string, problem: string, remedy: string | null): Trouble {
  return { reason, problems: [problem], remedy, mayHaveArrived: false };
}
