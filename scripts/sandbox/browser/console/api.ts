import { useCallback, useEffect, useState } from 'preact/hooks';
import { words } from './words';

/** @throws with the words of the control API when it refuses. */
export async function ask<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  const message = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`/sandbox${path}`, {
    method,
    ...(body === undefined ? {} : message),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Changes one of the things at a path, after every change before it and from what that one left:
 * what a page shows may be older, and must not undo it.
 *
 * @throws with the words of the control API when it refuses.
 */
export function change<T extends { readonly id: string }>(
  path: string,
  id: string,
  next: (now: T) => object,
): Promise<void> {
  const changed = last.then(async () => {
    const now = (await ask<readonly T[]>('GET', path)).find((each) => each.id === id);
    if (now === undefined) throw new Error(words.gone(id));
    await ask('PUT', `${path}/${encodeURIComponent(id)}`, next(now));
  });
  last = changed.catch(() => undefined);
  return changed;
}

/** What is at a path of the control API, and a way to read it again. */
export function useResource<T>(path: string): readonly [T | null, () => Promise<void>] {
  const [value, setValue] = useState<T | null>(null);
  // A server that is gone shows as what was there last.
  const reload = useCallback(() => ask<T>('GET', path).then(setValue, () => undefined), [path]);
  useEffect(() => void reload(), [reload]);
  return [value, reload];
}
