/**
 * https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/update-perf-stat.html
 */
export interface UpdateResult {
  readonly updateProcessId: number;
  /** Of the update of another component that this one is a part of. */
  readonly parentUpdateProcessId?: number;
  /** Whether it went along in an update of the same component, whose id it has. */
  readonly isMergedUpdate: boolean;
  readonly dataPaths?: readonly (readonly (string | number)[])[];
  /** ms since 1970; here nothing waits. */
  readonly pendingStartTimestamp: number;
  readonly updateStartTimestamp: number;
  readonly updateEndTimestamp: number;
}

interface Listening {
  readonly withDataPaths: boolean;
  readonly listener: (result: UpdateResult) => void;
}

/** What `setUpdatePerformanceListener` gets. */
export class UpdateStatistics {
  readonly #listening = new WeakMap<object, Listening>();
  readonly #running: { readonly id: number; readonly caller: object }[] = [];
  #lastId = 0;

  listen(
    caller: object,
    options: { readonly withDataPaths?: boolean } | undefined,
    listener: unknown,
  ): void {
    if (typeof listener !== 'function') this.#listening.delete(caller);
    else {
      const withDataPaths = options?.withDataPaths === true;
      this.#listening.set(caller, { withDataPaths, listener: (result) => listener(result) });
    }
  }

  measure(caller: object, fields: readonly string[], update: () => void): void {
    const around = this.#running.at(-1);
    const isMergedUpdate = around?.caller === caller;
    const id = isMergedUpdate ? around.id : ++this.#lastId;
    const started = Date.now();
    this.#running.push({ id, caller });
    try {
      update();
    } finally {
      this.#running.pop();
    }
    const listening = this.#listening.get(caller);
    listening?.listener({
      updateProcessId: id,
      ...(around && !isMergedUpdate ? { parentUpdateProcessId: around.id } : {}),
      isMergedUpdate,
      ...(listening.withDataPaths ? { dataPaths: fields.map(pathOf) } : {}),
      pendingStartTimestamp: started,
      updateStartTimestamp: started,
      updateEndTimestamp: Date.now(),
    });
  }
}

/** `a[0].b` is `['a', 0, 'b']`. */
function pathOf(field: string): (string | number)[] {
  return [...field.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name = '']) =>
    index === undefined ? name : Number(index),
  );
}
