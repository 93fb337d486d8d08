import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Fault } from '../contract/fault';

export interface Env {
  Bindings: HttpBindings;
  Variables: {
    /** What goes wrong with this request, if anything. */
    readonly fault?: Fault;
  };
}

/** A server's own way to say no. */
export interface Refusals {
  /** Faults that are never this server's. */
  readonly foreignFaults: readonly Fault['kind'][];
  /** Undefined: this server has no refusal for that fault on this path. */
  fault(fault: Fault, c: Context<Env>): Response | undefined;
  /**
   * What no endpoint answers: no such path or method, a body that is too large, an error of the
   * double's own.
   */
  http(c: Context<Env>, status: 400 | 404 | 405 | 413 | 500, detail: string): Response;
}
