import type { CompileError } from '@mini-login/simulator/contract';
import { useEffect, useState } from 'preact/hooks';

/** How the program's sources stand. */
export type ReloadState =
  | { readonly kind: 'watching' }
  | { readonly kind: 'reloaded'; readonly at: Date }
  | { readonly kind: 'broken'; readonly errors: readonly CompileError[] }
  /** The server does not answer: it may be starting again. */
  | { readonly kind: 'waiting' }
  /** It has not for longer than a start takes; the browser tries to reach it again by itself. */
  | { readonly kind: 'lost' };

/** Longer than the servers take to start again with another brand, ms. */
const startMs = 5000;

/** Follows the simulator's events, as the phone page does. */
export function useReload(): ReloadState {
  const [state, setState] = useState<ReloadState>({ kind: 'watching' });
  useEffect(() => {
    let current = true;
    let gone: number | undefined;
    const lose = () => {
      if (gone !== undefined) return;
      setState({ kind: 'waiting' });
      gone = window.setTimeout(() => setState({ kind: 'lost' }), startMs);
    };
    const look = async (good: ReloadState) => {
      const errors = await compileErrors().catch(() => null);
      if (!current) return;
      if (errors === null) return lose();
      clearTimeout(gone);
      gone = undefined;
      setState(errors.length > 0 ? { kind: 'broken', errors } : good);
    };
    const events = new EventSource('/simulator/events');
    events.onopen = () => void look({ kind: 'watching' });
    events.onerror = lose;
    events.addEventListener('program', () => void look({ kind: 'reloaded', at: new Date() }));
    return () => {
      current = false;
      clearTimeout(gone);
      events.close();
    };
  }, []);
  return state;
}

async function compileErrors(): Promise<readonly CompileError[]> {
  const response = await fetch('/simulator/program');
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()).errors;
}
