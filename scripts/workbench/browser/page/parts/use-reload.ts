import type { CompileError } from '@mini-login/simulator/contract';
import { useEffect, useState } from 'preact/hooks';

/** How the program's sources stand. */
export type ReloadState =
  | { readonly kind: 'watching' }
  | { readonly kind: 'reloaded'; readonly at: Date }
  | { readonly kind: 'broken'; readonly errors: readonly CompileError[] }
  /** The server is gone; the browser tries to reach it again by itself. */
  | { readonly kind: 'lost' };

/** Follows the simulator's events, as the phone page does. */
export function useReload(): ReloadState {
  const [state, setState] = useState<ReloadState>({ kind: 'watching' });
  useEffect(() => {
    let current = true;
    const look = async (good: ReloadState) => {
      const errors = await compileErrors().catch(() => null);
      if (!current) return;
      if (errors === null) setState({ kind: 'lost' });
      else setState(errors.length > 0 ? { kind: 'broken', errors } : good);
    };
    const events = new EventSource('/simulator/events');
    events.onopen = () => void look({ kind: 'watching' });
    events.onerror = () => setState({ kind: 'lost' });
    events.addEventListener('program', () => void look({ kind: 'reloaded', at: new Date() }));
    return () => {
      current = false;
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
