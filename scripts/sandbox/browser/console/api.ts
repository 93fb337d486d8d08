import { useCallback, useEffect, useState } from 'preact/hooks';

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

/** What is at a path of the control API, and a way to read it again. */
export function useResource<T>(path: string): readonly [T | null, () => void] {
  const [value, setValue] = useState<T | null>(null);
  const reload = useCallback(() => {
    // A server that is gone shows as what was there last.
    ask<T>('GET', path).then(setValue, () => undefined);
  }, [path]);
  useEffect(reload, [reload]);
  return [value, reload];
}
