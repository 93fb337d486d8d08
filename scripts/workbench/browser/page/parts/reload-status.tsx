import type { CompileError } from '@mini-login/simulator/contract';
import { useWords } from '../words/words';
import { useReload } from './use-reload';

/** Whether the phone runs what the files say; when it does not, where they are broken. */
export function ReloadStatus({ changingTo }: { readonly changingTo: string | null }) {
  const words = useWords().reload;
  const state = useReload();
  // Another brand's server starts at the same place: nothing is broken while it does.
  if (changingTo !== null)
    return <output class="reload reload-waiting">{words.changing(changingTo)}</output>;
  if (state.kind === 'broken') {
    return (
      <details class="reload-details">
        <summary class="reload reload-broken">{words.broken(state.errors.length)}</summary>
        <ul class="reload-errors">
          {state.errors.map((error) => (
            <li key={`${place(error)} ${error.message}`}>
              <code>{place(error)}</code>
              <p>{error.message}</p>
            </li>
          ))}
        </ul>
      </details>
    );
  }
  const text =
    state.kind === 'reloaded'
      ? words.reloaded(state.at.toLocaleTimeString(undefined, { hour12: false }))
      : words[state.kind];
  return <output class={`reload reload-${state.kind}`}>{text}</output>;
}

function place({ file, line, column }: CompileError): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}
