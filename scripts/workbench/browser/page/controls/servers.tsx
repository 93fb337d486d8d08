import { useEffect, useState } from 'preact/hooks';
import { Pick } from '../parts/fields';
import { useWords } from '../words/words';

/**
 * A choice that whoever serves this page offers about the servers behind it. `GET` gives all, `POST
 * {id, value}` sets one.
 */
export interface ServerControl {
  readonly id: string;
  readonly label: Texts;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: Texts }[];
}

interface Texts {
  readonly en: string;
  readonly 'zh-CN': string;
}

export function ServerFields({ path }: { readonly path: string }) {
  const { lang } = useWords();
  const [controls, setControls] = useState<readonly ServerControl[]>([]);

  useEffect(() => {
    let current = true;
    exchange(path).then(
      (list) => current && setControls(list),
      // The pill at the top says that the server is gone.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [path]);

  const choose = (id: string, value: string) => {
    exchange(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, value }),
    }).then(setControls, () => undefined);
  };
  return (
    <>
      {controls.map(({ id, label, value, options }) => (
        <Pick
          key={id}
          over
          label={label[lang]}
          value={value}
          options={options.map((option) => ({ value: option.value, label: option.label[lang] }))}
          onChange={(next) => choose(id, next)}
        />
      ))}
    </>
  );
}

/** Both ways answer with all controls as they are now. */
async function exchange(path: string, init: RequestInit = {}): Promise<readonly ServerControl[]> {
  const response = await fetch(path, init);
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}
