import { Copy } from '../parts/copy';
import { type ScenarioName, scenarios } from '../scenarios/scenarios';
import { journeyLine } from '../setup/journey-command';
import { labelOf } from '../setup/left-out';
import type { Setup } from '../setup/setup';
import { useWords } from '../words/words';
import { onlyHere, type ServerControl } from './use-servers';

interface Props {
  readonly setup: Setup | null;
  readonly controls: readonly ServerControl[] | null;
  /** The scenario that has played it. */
  readonly played: ScenarioName | null;
}

/** What is chosen here, for somebody else and for a terminal. */
export function Share({ setup, controls, played }: Props) {
  const words = useWords();
  const line = setup === null ? null : journeyLine(setup, onlyHere(controls ?? []), played);
  const title = played === null ? '' : words.scenarios[played].title;
  const leftOut = (line?.leftOut ?? []).map((name) => labelOf(name, words, controls ?? [], title));
  const { people, cutAtSheet } = played === null ? scenarios.best : scenarios[played];
  const isMore = cutAtSheet === true || people.length > 1;
  return (
    <div class="share">
      <Copy label={words.copyLink} text={() => location.href} />
      <Copy
        label={words.copyCommand}
        text={() => line?.command ?? ''}
        {...(line === null ? {} : { hint: line.command })}
      />
      {leftOut.length > 0 && <p class="hint">{words.leftOut(leftOut)}</p>}
      {isMore && <p class="hint">{words.leftOutOfLink(title)}</p>}
    </div>
  );
}
