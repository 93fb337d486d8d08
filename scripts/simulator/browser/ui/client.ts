import type { Picked } from '../../contract/picked';
import { applyEvent, type Chosen, EMPTY, type UiEvent, type UiState } from '../../ui/model';

export interface LivePhone {
  readonly base64: string;
  readonly size: { readonly width: number; readonly height: number };
}

/** The server behind this page. */
export interface UiClient {
  /** Called with all that is known, now and after each change; `isThere`: the server answers. */
  subscribe(listener: (state: UiState, isThere: boolean) => void): () => void;
  run(chosen: readonly Chosen[]): void;
  stop(): void;
  setStepping(stepping: boolean): void;
  setWatching(watching: boolean): void;
  next(): void;
  pick(x: number, y: number): Promise<Picked | null>;
  live(): Promise<LivePhone | null>;
  /** The lines of a test's own file; null: it can't be read. */
  source(path: string): Promise<readonly string[] | null>;
  pictureUrl(id: string): string;
}

export function openClient(base: string): UiClient {
  const listeners = new Set<(state: UiState, isThere: boolean) => void>();
  let state = EMPTY;
  let isThere = false;
  const notify = () => {
    for (const listener of listeners) listener(state, isThere);
  };
  const events = new EventSource(`${base}/events`);
  events.onmessage = ({ data }) => {
    // Of this package's own server: everything first, then each change.
    const message = JSON.parse(String(data)) as UiEvent | { readonly state: UiState };
    state = 'state' in message ? message.state : applyEvent(state, message);
    isThere = true;
    notify();
  };
  events.onerror = () => {
    isThere = false;
    notify();
  };
  const post = async (path: string, body: object = {}): Promise<unknown> => {
    const answer = await fetch(`${base}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.ok ? await answer.json() : null;
  };
  /** A server that is gone is said once, by the event stream. */
  const send = (path: string, body: object = {}) => void post(path, body).catch(() => undefined);
  return {
    subscribe(listener) {
      listeners.add(listener);
      listener(state, isThere);
      return () => void listeners.delete(listener);
    },
    run: (chosen) => send('run', { chosen }),
    stop: () => send('stop'),
    setStepping: (stepping) => send('stepping', { stepping }),
    setWatching: (watching) => send('watching', { watching }),
    next: () => send('next'),
    pick: async (x, y) => (await post('pick', { x, y }).catch(() => null)) as Picked | null,
    async live() {
      const answer = await fetch(`${base}/live`).catch(() => null);
      return answer?.ok ? ((await answer.json()) as LivePhone | null) : null;
    },
    async source(path) {
      const query = new URLSearchParams({ path });
      const answer = await fetch(`${base}/source?${query}`).catch(() => null);
      return answer?.ok ? (await answer.text()).split('\n') : null;
    },
    pictureUrl: (id) => `${base}/picture/${id}`,
  };
}
