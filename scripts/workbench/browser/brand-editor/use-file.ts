import { useEffect, useRef, useState } from 'preact/hooks';
import type { BrandFile, BrandHints } from '../../brand-state';
import type { Schema } from './schema';

/** What the server answers about the brand on the phone. */
interface Answer {
  readonly file: BrandFile;
  readonly hints: BrandHints;
  readonly schema: Schema;
}

export interface EditedFile {
  readonly name: string;
  readonly schema: Schema;
  readonly hints: BrandHints;
  readonly text: string;
  readonly isSaved: boolean;
  /** Why it could not be shown or saved. */
  readonly trouble: 'changed' | 'lost' | null;
  readonly edit: (text: string) => void;
  readonly save: () => void;
  readonly discard: () => void;
}

/** After the last key, ms: what is typed meanwhile is sent with it. */
const quietMs = 250;

/** The brand.json of the brand on the phone: what is edited is shown there at once. */
export function useFile(path: string): EditedFile | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<EditedFile['trouble']>(null);
  const timer = useRef<number | undefined>(undefined);
  const address = `${path}?lang=${document.documentElement.lang}`;

  const load = async () => {
    const next: Answer = await ask(address).then((response) => response.json());
    setAnswer(next);
    setText(next.file.draft ?? next.file.saved);
    setTrouble(null);
  };
  const lose = () => setTrouble('lost');
  useEffect(() => void load().catch(lose), [address]);
  if (answer === null) return null;

  const { file } = answer;
  const show = async (draft: string | null) => {
    const hints: BrandHints = await ask(address, 'POST', { name: file.name, text: draft }).then(
      (response) => response.json(),
    );
    setAnswer((old) => old && { ...old, hints });
    // That somebody else has changed the file holds until it is read again.
    setTrouble((old) => (old === 'changed' ? old : null));
  };
  const store = async () => {
    clearTimeout(timer.current);
    const response = await fetch(address, request('PUT', { ...file, text, was: file.saved }));
    if (response.status === 409) return setTrouble('changed');
    if (!response.ok) return lose();
    setAnswer({ ...answer, file: { ...file, saved: text, draft: null } });
  };
  return {
    ...{ name: file.name, schema: answer.schema, hints: answer.hints, text, trouble },
    isSaved: text === file.saved,
    edit(next) {
      setText(next);
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void show(next).catch(lose), quietMs);
    },
    save: () => void store().catch(lose),
    discard() {
      clearTimeout(timer.current);
      void show(null).then(load).catch(lose);
    },
  };
}

function request(method: string, { name, text, was }: Readonly<Record<string, unknown>>) {
  const headers = { 'content-type': 'application/json' };
  return { method, headers, body: JSON.stringify({ name, text, was }) };
}

async function ask(
  address: string,
  method = 'GET',
  body?: Readonly<Record<string, unknown>>,
): Promise<Response> {
  const response = await fetch(address, body === undefined ? {} : request(method, body));
  if (!response.ok) throw new Error(await response.text());
  return response;
}
