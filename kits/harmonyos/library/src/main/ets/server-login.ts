/** How WeChat handed the text over, as the app's server is told. */
export enum DeliveredBy {
  Resp = 'WXLaunchMiniProgram.Resp',
  ShowMessage = 'ShowMessageFromWX.Req',
}

/** `POST /wechat-login`: 201 with this. `path` goes to WeChat as it is. */
export class BegunLogin {
  id: string;
  path: string;
  expiresInS: number;

  constructor(id: string, path: string, expiresInS: number) {
    this.id = id;
    this.path = path;
    this.expiresInS = expiresInS;
  }
}

/** `POST /wechat-login/<id>/answer`: 200, or the error of another status. */
export class ServerAnswer {
  /** What your server returned; undefined: nobody is signed in. */
  session: string | undefined = undefined;
  code: string = '';
  pending: boolean = false;

  static signedIn(session: string): ServerAnswer {
    const answer = new ServerAnswer();
    answer.session = session;
    return answer;
  }

  static notSignedIn(code: string, pending: boolean): ServerAnswer {
    const answer = new ServerAnswer();
    answer.code = code;
    answer.pending = pending;
    return answer;
  }
}

/** The app's own server. A promise that rejects means that there was no answer. */
export interface LoginServer {
  begin(lang: string | undefined): Promise<BegunLogin>;
  answer(id: string, by: DeliveredBy, text: string): Promise<ServerAnswer>;
}

/** What a delivery led to. `waiting`: nothing was decided. */
export class LoginStep {
  kind: 'signed-in' | 'not-signed-in' | 'waiting';
  session: string;
  code: string;

  private constructor(
    kind: 'signed-in' | 'not-signed-in' | 'waiting',
    session: string,
    code: string,
  ) {
    this.kind = kind;
    this.session = session;
    this.code = code;
  }

  static waiting(): LoginStep {
    return new LoginStep('waiting', '', '');
  }

  static signedIn(session: string): LoginStep {
    return new LoginStep('signed-in', session, '');
  }

  static notSignedIn(code: string): LoginStep {
    return new LoginStep('not-signed-in', '', code);
  }
}

class PendingLogin {
  id: string;
  endsAt: number;

  constructor(id: string, endsAt: number) {
    this.id = id;
    this.endsAt = endsAt;
  }
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/**
 * A login that the app's server verifies; one at a time, in memory only. WeChat hands a text over
 * once, often before the phone's network is back: so it is kept and sent again until the launch's
 * ten minutes are over. The server gives the same text the same outcome, so a reply that was lost
 * costs nothing.
 */
export class ServerLogin {
  private readonly server: LoginServer;
  private readonly wait: (ms: number) => Promise<void>;
  private readonly now: () => number;
  private pending: PendingLogin | undefined = undefined;

  constructor(server: LoginServer, wait: (ms: number) => Promise<void>, now: () => number) {
    this.server = server;
    this.wait = wait;
    this.now = now;
  }

  get isPending(): boolean {
    return this.pending !== undefined;
  }

  /** The `path` for WeChat. A new login takes the place of the one before. */
  async begin(lang?: string): Promise<string> {
    const begun = await this.server.begin(lang);
    this.pending = new PendingLogin(begun.id, this.now() + begun.expiresInS * 1000);
    return begun.path;
  }

  cancel(): void {
    this.pending = undefined;
  }

  /** `value` is what the SDK hands over. Only a text that is not empty is an answer. */
  async receive(by: DeliveredBy, value: unknown): Promise<LoginStep> {
    const mine = this.pending;
    if (mine === undefined || typeof value !== 'string' || value === '') return LoginStep.waiting();
    let pauseMs = FIRST_PAUSE_MS;
    while (this.pending === mine) {
      const answer = await this.ask(mine.id, by, value);
      if (this.pending !== mine) break;
      if (answer !== undefined) return this.conclude(answer);
      if (this.now() + pauseMs > mine.endsAt) {
        this.pending = undefined;
        return LoginStep.notSignedIn('network');
      }
      await this.wait(pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
    return LoginStep.waiting();
  }

  private async ask(id: string, by: DeliveredBy, text: string): Promise<ServerAnswer | undefined> {
    try {
      return await this.server.answer(id, by, text);
    } catch {
      return undefined;
    }
  }

  private conclude(answer: ServerAnswer): LoginStep {
    if (answer.session === undefined && answer.pending) return LoginStep.waiting();
    this.pending = undefined;
    return answer.session === undefined
      ? LoginStep.notSignedIn(answer.code)
      : LoginStep.signedIn(answer.session);
  }
}
