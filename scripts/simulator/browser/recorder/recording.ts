/** One statement of the test. */
export interface RecordedStep {
  /** Behind `await`. */
  readonly code: string;
  readonly kind: 'tap' | 'fill' | 'choose' | 'scroll' | 'path' | 'other';
  /** What it is about; a newer step of one kind about the same thing takes the older one's place. */
  readonly target?: string;
}

/** The steps so far. What comes late, because its locator is still looked for, keeps its place. */
export class Recording {
  #steps: readonly RecordedStep[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  readonly #changed: (steps: readonly RecordedStep[]) => void;

  constructor(changed: (steps: readonly RecordedStep[]) => void) {
    this.#changed = changed;
  }

  get steps(): readonly RecordedStep[] {
    return this.#steps;
  }

  /** `make` may give none, or look at the step before it. */
  add(
    make: (last: RecordedStep | undefined) => RecordedStep | null | Promise<RecordedStep | null>,
  ): void {
    this.#queue = this.#queue.then(async () => {
      const last = this.#steps.at(-1);
      const step = await make(last);
      if (step)
        this.#set(
          takesPlaceOf(step, last) ? [...this.#steps.slice(0, -1), step] : [...this.#steps, step],
        );
    });
    // What can't be recorded must not keep the rest from it.
    this.#queue = this.#queue.catch((error: unknown) => console.error(error));
  }

  undo(): void {
    this.#set(this.#steps.slice(0, -1));
  }

  clear(): void {
    this.#set([]);
  }

  #set(steps: readonly RecordedStep[]): void {
    this.#steps = steps;
    this.#changed(steps);
  }
}

/**
 * A text grows letter by letter, a place is scrolled to bit by bit, a page that only leads to another
 * one is passed. A finger on a field or a picker is part of what follows.
 */
function takesPlaceOf(step: RecordedStep, last: RecordedStep | undefined): boolean {
  if (!last || last.target !== step.target || step.target === undefined) return false;
  if (last.kind === 'tap') return step.kind === 'fill' || step.kind === 'choose';
  return step.kind === last.kind && ['fill', 'scroll', 'path'].includes(step.kind);
}
