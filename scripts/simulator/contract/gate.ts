/** One HTTP exchange of a program, as the phone hands it to the server and gets its answer. */
export interface GateRequest {
  readonly url: string;
  readonly method: string;
  readonly header: Readonly<Record<string, string>>;
  /** base64 of the bytes. */
  readonly body: string | null;
  readonly redirect: 'follow' | 'manual';
}

export type GateAnswer =
  | {
      readonly statusCode: number;
      readonly header: Readonly<Record<string, string>>;
      readonly cookies: readonly string[];
      /** base64 of the bytes. */
      readonly body: string;
    }
  /** `hint` is for the developer: what to declare, where. */
  | { readonly failed: NetReason; readonly hint?: string };

/** Why there was no answer; the phone words it (`phone/net/wording.ts`). */
export type NetReason =
  | 'offline'
  | 'timeout'
  | 'unreachable'
  | 'unresolved'
  | 'redirects'
  | 'interrupted'
  | 'abort'
  /** The host is not among the request domains. */
  | 'undeclared'
  | 'invalid url';
