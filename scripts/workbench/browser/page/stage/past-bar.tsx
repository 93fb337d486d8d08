import type { TimeTravel } from '../stills/use-moments';
import { useWords } from '../words/words';

/** Says that the phone shows another time, and leads to others and back. */
export function PastBar(props: {
  /** Since the launch, as the timeline has it. */
  readonly time: string;
  readonly step: TimeTravel['step'];
  readonly onNow: () => void;
}) {
  const words = useWords().past;
  const { earlier, later } = props.step;
  return (
    <div class="past-bar" role="status">
      <button
        type="button"
        class="past-step"
        aria-label={words.earlier}
        disabled={earlier === null}
        onClick={() => earlier?.()}
      >
        ‹
      </button>
      <span>{words.at(props.time)}</span>
      <button
        type="button"
        class="past-step"
        aria-label={words.later}
        disabled={later === null}
        onClick={() => later?.()}
      >
        ›
      </button>
      <button type="button" class="past-now" title={words.nowHint} onClick={props.onNow}>
        {words.now}
      </button>
    </div>
  );
}
