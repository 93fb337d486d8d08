import type { GateAnswer, GateRequest } from '../../contract/gate';
import { type GateOptions, passGate } from './gate';

/**
 * Exchanges of all phones. The answers go back over each phone's event stream: a browser opens no
 * more than six connections to one server, and WeChat lets ten requests go at once.
 */
export interface GateExchanges {
  /** A phone listens. Returns the way to stop, which ends its exchanges. */
  open(phone: string, answer: (id: number, answer: GateAnswer) => void): () => void;
  /** False when nobody listens for this phone. */
  start(phone: string, id: number, request: GateRequest): boolean;
  abort(phone: string, id: number): void;
}

interface Listener {
  readonly answer: (id: number, answer: GateAnswer) => void;
  readonly stops: Map<number, AbortController>;
}

export function createGateExchanges(options: GateOptions): GateExchanges {
  const listeners = new Map<string, Listener>();
  return {
    open(phone, answer) {
      const listener: Listener = { answer, stops: new Map() };
      listeners.set(phone, listener);
      return () => {
        for (const stop of listener.stops.values()) stop.abort();
        if (listeners.get(phone) === listener) listeners.delete(phone);
      };
    },
    start(phone, id, request) {
      const listener = listeners.get(phone);
      if (!listener) return false;
      const stop = new AbortController();
      listener.stops.set(id, stop);
      void passGate(request, options, stop.signal).then((answer) => {
        listener.stops.delete(id);
        if (!stop.signal.aborted) listener.answer(id, answer);
      });
      return true;
    },
    abort(phone, id) {
      listeners.get(phone)?.stops.get(id)?.abort();
    },
  };
}
