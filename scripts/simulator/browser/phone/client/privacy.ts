import { compareVersions, SINCE } from '../../../contract/apis';
import type { Misbehaviour } from '../../../contract/misbehaviour';
import type { ServiceAnswer } from '../../../contract/process';
import type { PhoneClock } from '../clock';
import type { Sheets } from './sheets';

/**
 * The person's consent to the program's privacy contract, which WeChat asks for before a privacy
 * API runs.
 */
export interface Privacy {
  readonly needAuthorization: boolean;
  readonly contractName: string;
  /** wx.onNeedPrivacyAuthorization: from then on WeChat shows no sheet of its own. */
  setListener(listener: unknown): void;
  /** A tapped `open-type="agreePrivacyAuthorization"`, alone or coupled with another. */
  agree(buttonId: unknown, how: 'alone' | 'coupled'): void;
  /** Null when `api` may run. */
  require(api: string): Promise<ServiceAnswer | null>;
}

export interface PrivacyOptions {
  /** `__usePrivacyCheck__` of app.json. */
  readonly checked: boolean;
  readonly contractName: string;
  readonly consent: Consent;
  readonly sheets: Sheets;
  readonly clock: PhoneClock;
  readonly SDKVersion: string;
  /** What a refusal is called: clients differ. */
  readonly refusal: () => Misbehaviour['privacyRefusal'];
  /** What the console's privacy declaration lists; null: everything. */
  readonly scopes: readonly string[] | null;
  /** Runs code of the program, now or when it is resumed. */
  readonly deliver: (run: () => void) => void;
}

/** Of one person for one program; outlives the process. */
export interface Consent {
  given: boolean;
  /** ms of the phone's clock. */
  refusedAt: number;
}

/** Of somebody who was not asked yet. */
export const notAsked = (): Consent => ({ given: false, refusedAt: Number.NEGATIVE_INFINITY });

/**
 * For so long after a refusal nobody is asked again; ms
 * (docs/wechat.md#after-a-refusal-wechat-asks-again-only-later).
 */
const gap = 10_000;

/** docs/wechat.md#what-the-privacy-errors-say */
const errors = {
  103: 'privacy permission is not authorized',
  104: 'privacy permission is not authorized',
  112: 'api scope is not declared in the privacy agreement',
} as const;

/** No person is asked whether a program may ask. */
const noScope = new Set(['requirePrivacyAuthorize']);

/** https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html */
export function createPrivacy(options: PrivacyOptions): Privacy {
  const { checked, contractName, consent, sheets, deliver, clock, SDKVersion, refusal, scopes } =
    options;
  let listener: ((resolve: (answer: unknown) => void, info: { referrer: string }) => void) | null =
    null;
  const tappedButtons = new Set<string>();
  let coupledWithoutEffect = false;

  /** `agree` counts only with the id of a button that was really tapped. */
  const askProgram = (api: string, ask: NonNullable<typeof listener>) =>
    new Promise<'allow' | 'reject'>((resolve) => {
      const answer = (given: unknown) => {
        const { event, buttonId } = Object(given);
        if (event === 'agree' && typeof buttonId === 'string' && tappedButtons.has(buttonId))
          resolve('allow');
        else if (event !== 'exposureAuthorization') resolve('reject');
      };
      deliver(() => ask(answer, { referrer: api }));
    });

  return {
    get needAuthorization() {
      return checked && !consent.given;
    },
    contractName,
    setListener(given) {
      listener = typeof given === 'function' ? (resolve, info) => void given(resolve, info) : null;
    },
    agree(buttonId, how) {
      if (typeof buttonId === 'string') tappedButtons.add(buttonId);
      // Where coupling does not work yet, it also keeps the sheet away.
      coupledWithoutEffect = how === 'coupled' && coupledHasNoEffect(SDKVersion);
      if (!coupledWithoutEffect) consent.given = true;
    },
    async require(api) {
      if (scopes !== null && !noScope.has(api) && !scopes.includes(api)) return failure(api, 112);
      if (!checked || consent.given) return null;
      if (coupledWithoutEffect) return failure(api, 104);
      if (clock.now() < consent.refusedAt + gap) return failure(api, 104, ' in gap');
      const said = listener
        ? await askProgram(api, listener)
        : await sheets.ask({ kind: 'privacy', subject: contractName });
      if (said === 'allow') {
        consent.given = true;
        return null;
      }
      consent.refusedAt = clock.now();
      return failure(api, refusal() === '104' ? 104 : 103);
    },
  };
}

function failure(api: string, errno: keyof typeof errors, more = ''): ServiceAnswer {
  return { ok: false, errMsg: `${api}:fail ${errors[errno]}${more}`, errno };
}

/** docs/wechat.md#one-button-for-agreeing-and-the-number */
function coupledHasNoEffect(version: string): boolean {
  return version === '3.0.0' || compareVersions(version, SINCE.coupledPrivacy) < 0;
}
