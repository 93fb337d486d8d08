import { ScenarioList } from '../scenarios/list';
import type { ScenarioName } from '../scenarios/scenarios';
import { useWords } from '../words/words';

/** In the place of the entries: why there are none, and what can be done. */
export function Empty({
  why,
  onReset,
  chosen,
  onPlay,
}: {
  readonly why: 'empty' | 'cleared' | 'noMatch';
  readonly onReset: () => void;
  readonly chosen: ScenarioName | null;
  /** Null while the phone is not ready for it. */
  readonly onPlay: ((name: ScenarioName) => void) | null;
}) {
  const words = useWords();
  return (
    <div class="empty">
      <h3>{words.nothingShown[why].title}</h3>
      <p>{words.nothingShown[why].body}</p>
      {why !== 'noMatch' && onPlay !== null && (
        <>
          <p>{words.scenariosTitle}</p>
          <ScenarioList chosen={chosen} onPlay={onPlay} />
        </>
      )}
      {why === 'noMatch' && (
        <button type="button" class="button" onClick={onReset}>
          {words.resetFilters}
        </button>
      )}
    </div>
  );
}
