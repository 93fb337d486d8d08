/** A running simulator: serves phones to browsers. */
export interface Simulator {
  /** `http://127.0.0.1:49152` */
  readonly url: string;
  /** The phone page's path with its settings as query: see `phone/settings.ts`. */
  readonly phoneUrl: string;
  close(): Promise<void>;
}
