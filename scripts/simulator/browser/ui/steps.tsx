import { useEffect, useRef } from 'preact/hooks';
import type { UiStep, UiTest } from '../../ui/model';
import { durationOf } from './duration';
import type { UiWords } from './words';

interface Props {
  readonly title: string;
  readonly test: UiTest | null;
  readonly steps: readonly UiStep[];
  /** Where there are none. */
  readonly hint: string;
  readonly chosen: UiStep | null;
  readonly waiting: string | null;
  readonly words: UiWords;
  readonly onChoose: (id: string) => void;
  readonly onWhen: (when: 'before' | 'after') => void;
}

/** A test as it says what it does; arrow keys go through it, and to before and after. */
export function Steps(props: Props) {
  const { title, test, steps, hint, chosen, waiting, words, onChoose, onWhen } = props;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen?.id]);
  const move = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const index = buttons.findIndex((button) => button.matches(':focus'));
    const to = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: steps.length - 1 }[
      event.key
    ];
    if (event.key === 'ArrowLeft') onWhen('before');
    else if (event.key === 'ArrowRight') onWhen('after');
    else if (to === undefined) return;
    event.preventDefault();
    const next = to === undefined ? undefined : steps[to];
    if (!next || to === undefined) return;
    onChoose(next.id);
    buttons[to]?.focus();
  };
  return (
    <section class="steps" aria-label={words.steps}>
      <h2>{title}</h2>
      {test && (
        <p class="verdict" data-status={test.status}>
          {words.status[test.status]}
          {test.ms !== null && ` · ${durationOf(test.ms)}`}
        </p>
      )}
      {!test && steps.length > 0 && <p class="hint">{words.setUp}</p>}
      {steps.length === 0 && <p class="hint">{hint}</p>}
      <ol ref={list} onKeyDown={move}>
        {steps.map((step) => (
          <li key={step.id}>
            <button
              type="button"
              class="step"
              data-state={stateOf(step, waiting)}
              aria-pressed={step.id === chosen?.id}
              onClick={() => onChoose(step.id)}
            >
              <b>{step.title}</b>
              <small>
                {step.source}
                {step.isOver && ` · ${durationOf(step.took)}`}
                {step.isOver &&
                  step.waited > 0 &&
                  step.waited < step.took &&
                  ` · ${words.waited(durationOf(step.waited))}`}
                {step.id === waiting && ` · ${words.waits}`}
              </small>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function stateOf({ id, error, isOver }: UiStep, waiting: string | null): string {
  if (error !== null) return 'failed';
  if (id === waiting) return 'waiting';
  return isOver ? 'over' : 'running';
}
