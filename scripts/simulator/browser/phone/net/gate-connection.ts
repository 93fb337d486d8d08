import type { GateAnswer, GateRequest } from '../../../contract/gate';
import { post } from './http';

/**
 * The phone's connection to the server: one event stream that brings the answers of all exchanges, and
 * news of the sources.
 */
export interface GateConnection {
  /** Rejects when the server is gone. */
  request(exchange: GateRequest, signal: AbortSignal): Promise<GateAnswer>;
  onChange(listener: () => void): void;
}

interface Waiting {
  readonly resolve: (answer: GateAnswer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A browser opens no more than six connections to one server; over this connection any number of
 * exchanges can be under way.
 */
export function createGateConnection(phone: string): GateConnection {
  const waiting = new Map<number, Waiting>();
  const events = new EventSource(`/simulator/gate/${phone}`);
  const opened = new Promise<void>((resolve) =>
    events.addEventListener('open', () => resolve(), { once: true }),
  );
  let count = 0;

  events.addEventListener('answer', ({ data }) => {
    const { id, answer }: { id: number; answer: GateAnswer } = JSON.parse(data);
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  });
  events.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new Error('the simulator is gone'));
    waiting.clear();
  });

  return {
    async request(exchange, signal) {
      await opened;
      count += 1;
      const id = count;
      const path = `/simulator/gate/${phone}/${id}`;
      const answer = new Promise<GateAnswer>((resolve, reject) =>
        waiting.set(id, { resolve, reject }),
      );
      signal.addEventListener('abort', () => {
        if (waiting.delete(id)) void fetch(path, { method: 'DELETE' });
      });
      await post(path, exchange);
      return await answer;
    },
    onChange: (listener) => events.addEventListener('program', listener),
  };
}
