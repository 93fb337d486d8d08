import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/**
 * A choice that whoever serves this page offers about the servers behind it. `GET` gives all, `POST
 * {id, value}` sets one. The first option is the usual one.
 */
export interface ServerControl {
  readonly id: string;
  readonly label: Texts;
  readonly value: string;
  readonly options: readonly ServerOption[];
  /** Once it is set the page has to be loaded again. */
  readonly reloads?: boolean;
}

interface ServerOption {
  readonly value: string;
  readonly label: Texts;
  /** These servers' alone. */
  readonly isOnlyHere?: boolean;
}

interface Texts {
  readonly en: string;
  readonly 'zh-CN': string;
}

export interface Servers {
  /** Null until the server has answered; none where it offers none. */
  readonly controls: readonly ServerControl[] | null;
  /** Resolves when it is so, or the server is gone: the pill at the top says so. */
  readonly choose: (id: string, value: string) => Promise<void>;
}

/** @param loadAgain For a choice that another page has to be loaded for. */
export function useServers(
  path: string | null,
  loadAgain: (id: string, value: string) => void,
): Servers {
  const [controls, setControls] = useState<readonly ServerControl[] | null>(
    path === null ? [] : null,
  );
  /** What was answered last, before it is shown. */
  const last = useRef(controls);
  const exchange = useCallback(
    async (init: RequestInit = {}) => {
      if (path === null) return;
      await ask(path, init).then(
        (answered) => {
          last.current = answered;
          setControls(answered);
        },
        () => undefined,
      );
    },
    [path],
  );
  useEffect(() => {
    const read = () => void exchange();
    read();
    // What was added in the servers' console, in another tab, can be chosen here.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, [exchange]);
  const choose = useCallback(
    async (id: string, value: string) => {
      const control = last.current?.find((one) => one.id === id);
      if (control?.value === value) return;
      await exchange({
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id, value }),
      });
      if (control?.reloads) loadAgain(id, value);
    },
    [exchange, loadAgain],
  );
  return { controls, choose };
}

/** Those that are not as usual: id -> value. */
export function unusualServers(
  controls: readonly ServerControl[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    controls
      .filter(({ value, options }) => value !== options[0]?.value)
      .map(({ id, value }) => [id, value]),
  );
}

/** The ids of those whose choice no other servers know. */
export function onlyHere(controls: readonly ServerControl[]): readonly string[] {
  return controls
    .filter(({ value, options }) => options.some((one) => one.value === value && one.isOnlyHere))
    .map(({ id }) => id);
}

/** Both ways answer with all controls as they are now. */
async function ask(path: string, init: RequestInit): Promise<readonly ServerControl[]> {
  const response = await fetch(path, init);
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}
