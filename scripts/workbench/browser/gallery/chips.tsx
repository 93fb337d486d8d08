/** Any of a few, all in sight. */
export function Chips<Value extends string>(props: {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: readonly Value[];
  readonly onToggle: (value: Value) => void;
}) {
  return (
    <fieldset class="chips">
      <legend>{props.label}</legend>
      {props.options.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          class="chip"
          aria-pressed={props.chosen.includes(value)}
          onClick={() => props.onToggle(value)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
