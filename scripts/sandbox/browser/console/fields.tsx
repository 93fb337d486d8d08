import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { refusalText } from './refusal';
import { words } from './words';

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly mono?: boolean;
  readonly placeholder?: string;
  /** What to choose from; anything else can be written too. */
  readonly list?: readonly string[];
  /** May answer with why the value was refused, now or later. */
  onChange(value: string): unknown;
}

/**
 * Says its new value when it is left, or with Enter. What is written stays, whatever else of the
 * page is drawn again meanwhile, until it is taken; and where it was refused, to be corrected.
 */
export function Text({
  label,
  value,
  hint,
  disabled = false,
  mono = false,
  placeholder = '',
  list,
  onChange,
}: TextProps) {
  const listId = useId();
  const [written, setWritten] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const say = async (text: string) => {
    const answer = await onChange(text);
    if (typeof answer === 'string') setRefusal(answer);
    else setWritten((now) => (now === text ? null : now));
  };
  return (
    <label class="field">
      <span>{label}</span>
      <input
        class={mono ? 'mono' : ''}
        value={written ?? value}
        aria-invalid={refusal !== null}
        disabled={disabled}
        placeholder={placeholder}
        spellcheck={false}
        type="text"
        {...(list === undefined ? {} : { list: listId })}
        onInput={({ currentTarget: { value: text } }) => {
          setRefusal(null);
          setWritten(text);
        }}
        onChange={({ currentTarget: { value: text } }) => void say(text)}
      />
      {list !== undefined && (
        <datalist id={listId}>
          {list.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {refusal !== null && <small class="bad">{refusal}</small>}
      {hint !== undefined && <small>{hint}</small>}
    </label>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly hint?: string;
  onChange(checked: boolean): void;
}

export function Check({ label, checked, hint, onChange }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {label}
        {hint !== undefined && <small>{hint}</small>}
      </span>
    </label>
  );
}

interface SelectProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly (readonly [V, string])[];
  onChange(value: V): void;
}

export function Select<V extends string>({ label, value, options, onChange }: SelectProps<V>) {
  return (
    <label class="field">
      <span>{label}</span>
      <select
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find(([each]) => each === currentTarget.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/**
 * Makes changes, and says what became of the last one: saved, or refused with the reason.
 *
 * @param show reads what is kept now: "Saved" stands next to what was saved.
 */
export function useOutcome(show: () => Promise<void>) {
  const [outcome, setOutcome] = useState<{ readonly look: string; readonly text: string } | null>(
    null,
  );
  const latest = useRef(0);
  /** @returns why it was refused; null: it was not. */
  const attempt = async (change: () => Promise<unknown>): Promise<string | null> => {
    latest.current += 1;
    const turn = latest.current;
    setOutcome({ look: '', text: words.saving });
    const refusal = await change().then(
      () => null,
      (error: unknown) => refusalText(error instanceof Error ? error.message : String(error)),
    );
    await show();
    if (turn === latest.current) {
      setOutcome(
        refusal === null ? { look: 'good', text: words.saved } : { look: 'bad', text: refusal },
      );
    }
    return refusal;
  };
  const note = outcome && (
    <p class={`note ${outcome.look}`} role="status">
      {outcome.text}
    </p>
  );
  return { attempt, note };
}

export function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
