import type { ComponentChildren } from 'preact';
import type { Form } from './form';
import { emptyOf, moved, type Path, type Schema } from './schema';

interface Props {
  readonly form: Form;
  readonly path: Path;
  readonly values: readonly unknown[];
}

/** A list whose rows are taken away, moved and added; `children` draws the one at an index. */
export function Rows(
  props: Props & {
    readonly items: Schema;
    readonly children: (index: number) => ComponentChildren;
  },
) {
  const { form, path, values, items, children } = props;
  const add = () => form.change([...path, values.length], emptyOf(items));
  return (
    <div class="list-rows">
      {values.map((_, index) => (
        // Rows have no other name than their place, and may be equal.
        <div key={index} class="list-row">
          <div class="list-row-fields">{children(index)}</div>
          <RowButtons {...{ form, path, values, index }} />
        </div>
      ))}
      <button type="button" class="button" onClick={add}>
        {form.words.add(path.join('.'))}
      </button>
    </div>
  );
}

/** Some of a few names, in an order that counts: the first language is the usual one. */
export function Choices({ form, path, values, options }: Props & { options: readonly string[] }) {
  const left = options.filter((option) => !values.includes(option));
  return (
    <div class="list-rows">
      {values.map((value, index) => (
        <div key={String(value)} class="list-row">
          <code class="list-row-fields">{String(value)}</code>
          <RowButtons {...{ form, path, values, index }} />
        </div>
      ))}
      <div class="list-add">
        {left.map((option) => (
          <button
            key={option}
            type="button"
            class="button"
            onClick={() => form.change(path, [...values, option])}
          >
            {form.words.add(option)}
          </button>
        ))}
      </div>
    </div>
  );
}

function RowButtons({ form, path, values, index }: Props & { readonly index: number }) {
  const { words, change } = form;
  const name = [...path, index + 1].join(' ');
  const move = (to: number) => change(path, moved(values, index, to));
  return (
    <span class="list-buttons">
      <button
        type="button"
        class="button"
        aria-label={words.up(name)}
        disabled={index === 0}
        onClick={() => move(index - 1)}
      >
        ↑
      </button>
      <button
        type="button"
        class="button"
        aria-label={words.down(name)}
        disabled={index === values.length - 1}
        onClick={() => move(index + 1)}
      >
        ↓
      </button>
      <button
        type="button"
        class="button"
        aria-label={words.remove(name)}
        onClick={() => change([...path, index], undefined)}
      >
        ✕
      </button>
    </span>
  );
}
