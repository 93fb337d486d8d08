import { WebSocket } from 'ws';
import { z } from 'zod';
import type { Picked } from '../../contract/picked';
import type { UiPicture } from '../../ui/model';

const picture = z.object({
  data: z.string(),
  origin: z.object({ x: z.number(), y: z.number() }),
  size: z.object({ width: z.number(), height: z.number() }),
});

export interface LivePicture extends Omit<UiPicture, 'id'> {
  readonly base64: string;
}

/** ms: how long an answer may take. */
const patience = 10_000;

/**
 * The phones that a run drives, looked at by a line of their own, so that the test does not notice.
 * The last one stays after its test, until the next run begins.
 */
export class Phones {
  readonly #onChange: (isThere: boolean) => void;
  /** Those that the run has started, and those of them that it is done with. */
  readonly #started = new Set<string>();
  readonly #over = new Set<string>();
  #current: string | null = null;
  #line: PhoneLine | null = null;

  constructor(onChange: (isThere: boolean) => void) {
    this.#onChange = onChange;
  }

  launching(at: string): void {
    // First those before: one of them may have had the same port.
    void this.closeOver();
    this.#started.add(at);
  }

  connected(at: string): void {
    if (at === this.#current) return;
    this.#line?.close();
    this.#current = at;
    const line = new PhoneLine(at, () => {
      if (this.#line !== line) return;
      this.#line = null;
      this.#current = null;
      this.#onChange(false);
    });
    this.#line = line;
    this.#onChange(true);
  }

  /** The test is done with it. */
  kept(at: string): void {
    this.#over.add(at);
  }

  /** Nobody is left to need what the run has started. */
  runOver(): void {
    for (const at of this.#started) this.#over.add(at);
  }

  /** Ends the phones that no test needs any more. */
  async closeOver(): Promise<void> {
    await this.#end([...this.#over]);
  }

  async closeAll(): Promise<void> {
    await this.#end([...new Set([...this.#started, ...this.#over])]);
    this.#line?.close();
  }

  /** Null: there is no phone, or it shows nothing. */
  async picture(): Promise<LivePicture | null> {
    const answer = picture.safeParse(await this.#line?.ask('Simulator.snapshot', {}));
    if (!answer.success) return null;
    const { data: base64, origin, size } = answer.data;
    return { base64, origin, size };
  }

  async pick(x: number, y: number): Promise<Picked | null> {
    const { picked } = Object(await this.#line?.ask('Simulator.pick', { x, y }));
    return picked ?? null;
  }

  async #end(phones: readonly string[]): Promise<void> {
    await Promise.all(
      phones.map(async (at) => {
        this.#started.delete(at);
        this.#over.delete(at);
        const line = at === this.#current && this.#line ? this.#line : new PhoneLine(at);
        await line.ask('Tool.close', {});
        line.close();
      }),
    );
  }
}

/** One connection; what can't be answered is null. */
class PhoneLine {
  readonly #socket: WebSocket;
  readonly #open: Promise<boolean>;
  readonly #waiting = new Map<string, (answer: unknown) => void>();
  #asked = 0;

  constructor(at: string, onClose: () => void = () => undefined) {
    this.#socket = new WebSocket(at);
    this.#open = new Promise((done) => {
      this.#socket.on('open', () => done(true));
      this.#socket.on('close', () => done(false));
    });
    this.#socket.on('error', () => undefined);
    this.#socket.on('message', (data) => {
      const { id, result } = JSON.parse(String(data));
      this.#waiting.get(String(id))?.(result);
    });
    this.#socket.on('close', () => {
      for (const answer of this.#waiting.values()) answer(null);
      onClose();
    });
  }

  async ask(method: string, params: object): Promise<unknown> {
    if (!(await this.#open)) return null;
    this.#asked += 1;
    const id = `ui-${this.#asked}`;
    let timer: NodeJS.Timeout | undefined;
    const answer = await new Promise((done) => {
      this.#waiting.set(id, done);
      timer = setTimeout(() => done(null), patience);
      this.#socket.send(JSON.stringify({ id, method, params }));
      if (this.#socket.readyState !== this.#socket.OPEN) done(null);
    });
    clearTimeout(timer);
    this.#waiting.delete(id);
    return answer ?? null;
  }

  close(): void {
    this.#socket.close();
  }
}
