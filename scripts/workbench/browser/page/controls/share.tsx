import { Copy } from '../parts/copy';
import { journeyLine } from '../setup/journey-command';
import type { Setup } from '../setup/setup';
import { useWords } from '../words/words';
import { onlyHere, type ServerControl } from './use-servers';

interface Props {
  readonly setup: Setup | null;
  readonly controls: readonly ServerControl[] | null;
}

/** What is chosen here, for somebody else and for a terminal. */
export function Share({ setup, controls }: Props) {
  const words = useWords();
  const line = setup === null ? null : journeyLine(setup, onlyHere(controls ?? []));
  return (
    <div class="share">
      <Copy label={words.copyLink} text={() => location.href} />
      <Copy
        label={words.copyCommand}
        text={() => line?.command ?? ''}
        {...(line === null ? {} : { hint: line.command })}
      />
      {line !== null && line.leftOut.length > 0 && (
        <p class="hint">{words.leftOut(line.leftOut.join(', '))}</p>
      )}
    </div>
  );
}
