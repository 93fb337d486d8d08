import { useState } from 'preact/hooks';
import { useWords } from '../words/words';
import { Icon } from './icon';

/** Says "Copied" until the pointer or the focus leaves: no timer needed. */
export function Copy({
  text,
  label,
  hint,
}: {
  readonly text: () => string;
  readonly label?: string;
  readonly hint?: string;
}) {
  const words = useWords();
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  const said =
    state === 'idle' ? (label ?? words.copy) : state === 'copied' ? words.copied : words.copyFailed;
  return (
    <button
      type="button"
      class="quiet-button"
      title={hint}
      onClick={copy}
      onBlur={() => setState('idle')}
      onPointerLeave={() => setState('idle')}
    >
      <Icon name={state === 'copied' ? 'check' : 'copy'} size={14} />
      <span class="quiet-label" aria-live="polite">
        {said}
      </span>
    </button>
  );
}
