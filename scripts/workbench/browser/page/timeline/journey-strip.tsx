import type { TimelineEntry } from '@mini-login/simulator/contract';
import { clockTime } from '../../../../timeline/describe';
import { Icon } from '../parts/icon';
import { useWords } from '../words/words';
import { journeyOf } from './journey';

/** The last launch in five stops; each leads to its entry. */
export function JourneyStrip({
  entries,
  onJump,
}: {
  readonly entries: readonly TimelineEntry[];
  readonly onJump: (id: number) => void;
}) {
  const words = useWords();
  return (
    <ol class="journey" aria-label={words.journey}>
      {journeyOf(entries).map((stop, index) => {
        const { title, body } = words.stops[stop.name];
        return (
          <li key={stop.name} class={`stop stop-${stop.state}`}>
            <button
              type="button"
              disabled={stop.entryId === null}
              onClick={() => stop.entryId !== null && onJump(stop.entryId)}
            >
              <span class="stop-mark" aria-hidden="true">
                {stop.state === 'done' ? (
                  <Icon name="check" size={12} />
                ) : stop.state === 'failed' ? (
                  <Icon name="cross" size={12} />
                ) : (
                  index + 1
                )}
              </span>
              <span class="stop-title">{title}</span>
              <span class="stop-body">{stop.at === null ? body : `${clockTime(stop.at)} s`}</span>
              <span class="only-said">{words.stopState[stop.state]}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
