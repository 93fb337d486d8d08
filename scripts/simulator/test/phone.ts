import type { ScopeName, Surroundings } from '../contract/surroundings';
import type { Context } from './context';

/** The phone around the program; the simulator's alone. */
export class Phone {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** To the home screen, as by the OS gesture, and back to the program. */
  background(): Promise<void> {
    return this.#step('background');
  }
  foreground(): Promise<void> {
    return this.#step('foreground');
  }
  /** Android's back gesture. */
  back(): Promise<void> {
    return this.#step('back');
  }
  /** The process ends; no hook is called. */
  kill(): Promise<void> {
    return this.#step('kill');
  }
  /** As an app, or a scene of WeChat's, launches the program. */
  launch(request: {
    readonly path?: string;
    readonly scene?: number;
    readonly appId?: string;
    readonly extraData?: unknown;
  }): Promise<void> {
    return this.#step('launch', request);
  }
  network(mode: 'online' | 'offline' | 'slow'): Promise<void> {
    return this.#step('network', { mode });
  }
  /** A setting: `{ theme: 'dark', language: 'en' }`. */
  device(change: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#step('device', { change });
  }
  /**
   * What the person allows the program, by scope: `{ 'scope.userLocation': false }`; null: as if
   * never asked. A sheet that is open is answered by `program.sheet`.
   */
  permissions(change: Readonly<Partial<Record<ScopeName, boolean | null>>>): Promise<void> {
    return this.#step('permissions', { change });
  }
  /** Where the phone is, which places WeChat lists, what is in the album. */
  surroundings(change: Partial<Surroundings>): Promise<void> {
    return this.#step('surroundings', { change });
  }
  /** What the app that launched the program has received. */
  async received(): Promise<readonly string[]> {
    const { received } = await this.#context.extras.ask('phone', { verb: 'received' });
    return Array.isArray(received) ? received.map(String) : [];
  }

  #step(verb: string, params: object = {}): Promise<void> {
    const { log, extras } = this.#context;
    return log.run(`phone.${verb}`, async () => void (await extras.ask('phone', { verb, params })));
  }
}
