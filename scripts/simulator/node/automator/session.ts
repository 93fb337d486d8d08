import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import type { TimelineEntry } from '../../contract/timeline';
import type { Phone } from '../api/types';
import type { AutomatorClient, EventName, ServerState } from './method';
import { METHODS, OWN_METHODS } from './methods/all';

/** A message on the wire; `from` tells several clients apart. */
export interface Frame {
  readonly at: number;
  readonly from: 'client' | 'server';
  readonly client: number;
  readonly text: string;
}

export interface SessionParts {
  readonly phone: Promise<Phone>;
  readonly server: ServerState;
  readonly number: number;
  readonly onFrame: (frame: Frame) => void;
}

const request = z.object({
  id: z.string().min(1),
  method: z.string(),
  params: z.unknown().optional(),
});
const onlyId = z.object({ id: z.string().min(1) });

/** One client: answers its requests, each as soon as it is done, and tells it what happens. */
export class AutomatorSession implements AutomatorClient {
  readonly #socket: WebSocket;
  readonly #parts: SessionParts;
  #getsConsole = false;
  #stopListening: () => void = () => undefined;

  constructor(socket: WebSocket, parts: SessionParts) {
    this.#socket = socket;
    this.#parts = parts;
    socket.on('message', (data, isBinary) => void this.#take(data, isBinary));
    socket.on('close', () => this.#end());
    // A broken connection closes too; what broke it is of no use here.
    socket.on('error', () => undefined);
    parts.phone.then(
      (phone) => {
        if (socket.readyState === socket.OPEN)
          this.#stopListening = phone.on('timeline', (entry) => this.#forward(entry));
      },
      () => undefined,
    );
  }

  emit(event: EventName, params: Record<string, unknown>): void {
    this.#send({ method: event, params });
  }

  enableLog(): boolean {
    const isNew = !this.#getsConsole;
    this.#getsConsole = true;
    return isNew;
  }

  async #take(data: RawData, isBinary: boolean): Promise<void> {
    const text = isBinary ? '' : String(data);
    this.#note('client', isBinary ? '(binary)' : text);
    const frame = readFrame(text, isBinary);
    if ('trouble' in frame) {
      this.#send({
        ...(frame.id === undefined ? {} : { id: frame.id }),
        error: { message: frame.trouble },
      });
      return;
    }
    this.#send({ id: frame.id, ...(await this.#answer(frame.method, frame.params)) });
  }

  async #answer(
    name: string,
    params: unknown,
  ): Promise<{ result: unknown } | { error: { message: string } }> {
    const { phone, server } = this.#parts;
    try {
      const method = METHODS.get(name) ?? OWN_METHODS.get(name);
      if (!method) throw new Error(`there is no such method; docs/qa.md lists all ${METHODS.size}`);
      return { result: await method(params, { phone, client: this, server }) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      // What a launch failed of is said as it is: it becomes launch()'s own error.
      return { error: { message: name === 'Tool.getInfo' ? message : `${name}: ${message}` } };
    }
  }

  #forward(entry: TimelineEntry): void {
    if (entry.kind === 'console' && this.#getsConsole)
      this.emit('App.logAdded', { type: entry.level, args: entry.args });
    // What WeChat says on the console of its tools.
    if (entry.kind === 'warning' && this.#getsConsole)
      this.emit('App.logAdded', { type: 'warn', args: [entry.message] });
    if (entry.kind === 'error')
      this.emit('App.exceptionThrown', { message: entry.message, stack: entry.stack ?? '' });
  }

  #send(message: Record<string, unknown>): void {
    const text = JSON.stringify(message);
    this.#note('server', text);
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(text);
  }

  #note(from: Frame['from'], text: string): void {
    this.#parts.onFrame({ at: Date.now(), from, client: this.#parts.number, text });
  }

  #end(): void {
    this.#stopListening();
    this.#parts.phone.then((phone) => phone.byId.liftFingers()).catch(() => undefined);
  }
}

type Read = z.output<typeof request> | { readonly trouble: string; readonly id?: string };

function readFrame(text: string, isBinary: boolean): Read {
  if (isBinary) return { trouble: 'a message must be text, and this one is binary' };
  const json = parse(text);
  if (json === undefined) return { trouble: `a message must be JSON: ${text.slice(0, 80)}` };
  const frame = request.safeParse(json);
  if (frame.success) return frame.data;
  const trouble = 'a message must be {"id": "...", "method": "...", "params": {...}}';
  const known = onlyId.safeParse(json);
  return known.success ? { trouble, id: known.data.id } : { trouble };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
