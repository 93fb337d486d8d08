/** An element of the program's page, and how a test finds it. */
export interface Picked {
  /** Behind `program.` */
  readonly locator: string;
  /** How many elements that finds. */
  readonly count: number;
  readonly text: string;
  /** What stands in a field; null: it is none. */
  readonly value: string | null;
  /** On the phone's page, CSS px. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
}

declare global {
  interface Window {
    /** On a phone's page, once somebody asked for it. */
    pickLocator?: (x: number, y: number) => Promise<Picked | null>;
  }
}
