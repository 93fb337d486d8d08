import { readText, stampOfFile } from '../files';

/**
 * Reading sources, remembered as dependencies of whatever is being made from them. Absent files are
 * dependencies too.
 */
export interface Sources {
  /** Null when there is no such file. Absolute paths. */
  read(file: string): string | null;
}

interface Derived {
  readonly value: unknown;
  readonly readings: ReadonlyMap<string, string | null>;
}

/**
 * The one mechanism behind incremental compiles: a derived value is kept with the texts it was made
 * from and made again only when one of them reads differently. A file is looked at once a round.
 */
export class SourceCache implements Sources {
  readonly #texts = new Map<string, { stamp: string; text: string | null }>();
  readonly #looked = new Set<string>();
  readonly #derived = new Map<string, Derived>();

  /** Every file that was looked for so far, there or not. */
  get files(): readonly string[] {
    return [...this.#texts.keys()];
  }

  beginRound(): void {
    this.#looked.clear();
  }

  read(file: string): string | null {
    const known = this.#texts.get(file);
    if (known && this.#looked.has(file)) return known.text;
    this.#looked.add(file);
    const stamp = stampOfFile(file) ?? 'absent';
    if (known?.stamp === stamp) return known.text;
    const text = stamp === 'absent' ? null : readText(file);
    this.#texts.set(file, { stamp, text });
    return text;
  }

  /** `key` names the value; `make` must read files only through the `sources` it is given. */
  async derive<T>(key: string, make: (sources: Sources) => T | Promise<T>): Promise<T> {
    const known = this.#derived.get(key);
    // The key belongs to one call site, so what it holds has that call site's type.
    if (known && this.#isCurrent(known)) return known.value as T;
    const readings = new Map<string, string | null>();
    const value = await make({
      read: (file) => {
        const text = this.read(file);
        readings.set(file, text);
        return text;
      },
    });
    this.#derived.set(key, { value, readings });
    return value;
  }

  #isCurrent(derived: Derived): boolean {
    for (const [file, text] of derived.readings) if (this.read(file) !== text) return false;
    return true;
  }
}
