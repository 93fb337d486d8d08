import type { ServiceAnswer } from '../../../contract/process';
import type { Sheets } from './sheets';

/** The person's consent to the program's privacy contract, which WeChat asks for before a privacy API runs. */
export interface Privacy {
  readonly needAuthorization: boolean;
  readonly contractName: string;
  /** wx.onNeedPrivacyAuthorization: from then on WeChat shows no sheet of its own. */
  setListener(listener: unknown): void;
  /** A tapped `open-type="agreePrivacyAuthorization"`. */
  agree(buttonId: unknown): void;
  /** Null when `api` may run. */
  require(api: string): Promise<ServiceAnswer | null>;
}

export interface PrivacyOptions {
  /** `__usePrivacyCheck__` of app.json. */
  readonly checked: boolean;
  readonly contractName: string;
  /** Of this person for this program; outlives the process. */
  readonly consent: { given: boolean };
  readonly sheets: Sheets;
  /** Runs code of the program, now or when it is resumed. */
  readonly deliver: (run: () => void) => void;
}

/** https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html */
export function createPrivacy({ checked, contractName, consent, sheets, deliver }: PrivacyOptions): Privacy {
  let listener: ((resolve: (answer: unknown) => void, info: { referrer: string }) => void) | null = null;
  const tappedButtons = new Set<string>();

  /** `agree` counts only with the id of a button that was really tapped. */
  const askProgram = (api: string, ask: NonNullable<typeof listener>) =>
    new Promise<'allow' | 'reject'>((resolve) => {
      const answer = (given: unknown) => {
        const { event, buttonId } = Object(given);
        if (event === 'agree' && typeof buttonId === 'string' && tappedButtons.has(buttonId)) resolve('allow');
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
    agree(buttonId) {
      if (typeof buttonId === 'string') tappedButtons.add(buttonId);
      consent.given = true;
    },
    async require(api) {
      if (!checked || consent.given) return null;
      const said = listener ? await askProgram(api, listener) : await sheets.ask({ kind: 'privacy', subject: contractName });
      if (said === 'allow') {
        consent.given = true;
        return null;
      }
      return { ok: false, errMsg: `${api}:fail privacy permission is not authorized`, errno: 103 };
    },
  };
}
