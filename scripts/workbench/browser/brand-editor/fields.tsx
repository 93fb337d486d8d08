import { useId } from 'preact/hooks';
import type { Form } from './form';
import { linesOf } from './lines';
import { Choices, Rows } from './lists';
import { fieldOf, messagesAt, type Path, type Schema } from './schema';

interface Props {
  readonly form: Form;
  readonly path: Path;
  readonly schema: Schema;
  readonly value: unknown;
}

/** The field of any value, by its schema, with what there is to say of it. */
export function SchemaField(props: Props) {
  const { form, path, schema, value } = props;
  const field = fieldOf(schema, value);
  const name = String(path.at(-1));
  switch (field.kind) {
    case 'group':
      return (
        <Group {...props} open={path.length < 3 && opened.has(name)}>
          {Object.entries(field.properties).map(([key, part]) => (
            <SchemaField key={key} {...inside(props, key)} schema={part} />
          ))}
        </Group>
      );
    case 'texts':
      return (
        <Group {...props} open={opened.has(name)}>
          {form.languages
            .filter((lang) => field.names.includes(lang))
            .map((lang) => (
              <SchemaField key={lang} {...inside(props, lang)} schema={{ type: 'string' }} />
            ))}
        </Group>
      );
    case 'list':
      return (
        <Group {...props} open={false}>
          <Rows {...{ form, path }} values={listIn(value)} items={field.items}>
            {(index) => <SchemaField {...inside(props, index)} schema={field.items} />}
          </Rows>
        </Group>
      );
    case 'some-of':
      return (
        <Group {...props} open={false}>
          <Choices {...{ form, path }} values={listIn(value)} options={field.options} />
        </Group>
      );
    default:
      return <Row {...props} name={name} />;
  }
}

const opened: ReadonlySet<string> = new Set(['look', 'light', 'dark', 'appName']);

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function inside({ form, path, value }: Props, key: string | number) {
  return { form, path: [...path, key], value: Reflect.get(Object(value), key) };
}

function Group({
  form,
  path,
  schema,
  open,
  children,
}: Props & { readonly open: boolean; readonly children: preact.ComponentChildren }) {
  const start = path.join('.');
  const isWrong = form.problems.some((line) =>
    line.replace(/^brands\/[^:]*: /, '').startsWith(start),
  );
  return (
    <details class="group" open={open || isWrong}>
      <summary>
        {String(path.at(-1))}
        {schema.description !== undefined && <small>{schema.description}</small>}
      </summary>
      <Messages form={form} path={path} />
      <div class="group-fields">{children}</div>
    </details>
  );
}

function Row({ form, path, schema, value, name }: Props & { readonly name: string }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{name}</label>
      <Control {...{ form, path, schema, value, id }} />
      {schema.description !== undefined && <small>{schema.description}</small>}
      {typeof value === 'string' && path[0] !== 'look' && <Lines text={value} form={form} />}
      <Messages form={form} path={path} />
    </div>
  );
}

/** Where a text may not fit: as it is drawn, or about so where it is not on the screen. */
function Lines({ text, form }: { readonly text: string; readonly form: Form }) {
  const drawn = form.drawn(text);
  const lines = drawn ?? linesOf(text);
  if (lines <= 1) return null;
  const { words } = form;
  return (
    <small class="field-lines">{drawn === null ? words.lines(lines) : words.drawn(lines)}</small>
  );
}

function Messages({ form, path }: Pick<Props, 'form' | 'path'>) {
  const found = (lines: readonly string[], kind: string) =>
    messagesAt(lines, path).map((line) => (
      <p key={line} class={`field-message field-${kind}`}>
        {line}
      </p>
    ));
  return (
    <div class="field-messages" aria-live="polite">
      {found(form.problems, 'wrong')}
      {found(form.notes, 'note')}
    </div>
  );
}

function Control({ form, path, schema, value, id }: Props & { readonly id: string }) {
  const field = fieldOf(schema, value);
  const text = typeof value === 'string' ? value : '';
  // Of a list an empty text stays: a row goes by its own button.
  const empty = typeof path.at(-1) === 'number' ? '' : undefined;
  const set = (next: unknown) => form.change(path, next ?? empty);
  // Names are told apart by the groups that they are in.
  const own = { id, name: path.join('.'), 'aria-label': path.join('.') };
  switch (field.kind) {
    case 'yes-no':
      return (
        <input
          {...own}
          type="checkbox"
          checked={value === true}
          onChange={({ currentTarget: { checked } }) => set(checked)}
        />
      );
    case 'number':
      return (
        <input
          {...own}
          type="number"
          min={schema.minimum}
          max={schema.maximum}
          value={typeof value === 'number' ? value : ''}
          onInput={({ currentTarget: { value: typed } }) =>
            set(typed === '' ? undefined : Number(typed))
          }
        />
      );
    case 'one-of':
      return (
        <select
          {...own}
          value={text}
          onChange={({ currentTarget: { value: chosen } }) => set(chosen || undefined)}
        >
          {!field.options.includes(text) && <option value="">—</option>}
          {field.options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      );
    case 'colour':
      return (
        <span class="field-colour">
          <input
            type="color"
            aria-label={`${path.join('.')}: ${form.words.colour}`}
            value={/^#[0-9a-f]{6}$/i.test(text) ? text : '#000000'}
            onInput={({ currentTarget: { value: chosen } }) => set(chosen)}
          />
          <Text {...{ own, text, set }} placeholder="#" />
        </span>
      );
    case 'json':
      return <code class="field-json">{value === undefined ? '—' : JSON.stringify(value)}</code>;
    default:
      return <Text {...{ own, text, set }} placeholder={form.usual(path)} />;
  }
}

function Text(props: {
  readonly own: Readonly<Record<'id' | 'name' | 'aria-label', string>>;
  readonly text: string;
  readonly placeholder: string;
  readonly set: (value: unknown) => void;
}) {
  const { own, text, placeholder, set } = props;
  return (
    <input
      {...own}
      type="text"
      value={text}
      placeholder={placeholder}
      spellcheck={false}
      onInput={({ currentTarget: { value } }) => set(value === '' ? undefined : value)}
    />
  );
}
