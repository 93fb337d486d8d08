import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

const layouts = {
  row: 'choice-row',
  inline: 'choice-row choice-inline',
  alone: 'choice-row choice-alone',
} as const;

/** One of a few, all in sight. Arrow keys move as in any radio group, because it is one. */
export function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly hint?: string;
  }[];
  readonly onChange: (value: Value) => void;
  /**
   * `alone`: a row whose label is said but not shown, because a heading says it. `next to`: the
   * label at the left.
   */
  readonly layout?: keyof typeof layouts;
}) {
  const name = useId();
  return (
    <fieldset class={`choice ${layouts[props.layout ?? 'row']}`}>
      <legend>{props.label}</legend>
      <div class="choice-options">
        {props.options.map((option) => (
          <label key={option.value} class="choice-option" title={option.hint}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One of many. */
export function Select<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  /** The label over the list instead of at its left, for long names. */
  readonly over?: boolean;
}) {
  return (
    <label class={props.over === true ? 'pick pick-over' : 'pick'}>
      <span class="field-label">{props.label}</span>
      <select
        value={props.value}
        onChange={(event) => {
          const chosen = props.options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) props.onChange(chosen.value);
        }}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

export function Switch(props: {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly hint?: string;
}) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={props.on}
      title={props.hint}
      onClick={() => props.onChange(!props.on)}
    >
      <span class="switch-label">{props.label}</span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}

export function Section(props: {
  readonly title: string;
  /** How things stand, next to the title. */
  readonly note?: string;
  /** What it is for, on the title's tooltip. */
  readonly hint?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="section">
      <h2 title={props.hint}>
        {props.title}
        {props.note !== undefined && <span class="section-note">{props.note}</span>}
      </h2>
      {props.children}
    </section>
  );
}
