import { useState } from 'preact/hooks';
import type { App, Connection } from '../../contract/tenant';
import { ask, change, useResource } from './api';
import { Check, Section, Text, useOutcome } from './fields';
import { words } from './words';

const EMPTY = {
  identifier: '',
  displayName: '微信登录',
  appid: '',
  secret: '',
  originalId: '',
  mobileAppID: '',
  loginOnly: false,
};
type Form = typeof EMPTY & { readonly apps: readonly string[] };
/** What changes of a form, from what is in it by then. */
type Change = (now: Form) => Partial<Form>;

/**
 * The identity sources, each with the form of GenAuth's console; and one more form for the next.
 */
export function Sources({ apps }: { readonly apps: readonly App[] | null }) {
  const [connections, reload] = useResource<readonly Connection[]>('/connections');
  return (
    <Section id="sources" title={words.sources}>
      {connections?.map((connection) => (
        <Source key={connection.id} connection={connection} apps={apps ?? []} reload={reload} />
      ))}
      <NewSource apps={apps ?? []} reload={reload} />
    </Section>
  );
}

interface SourceProps {
  readonly connection: Connection;
  readonly apps: readonly App[];
  reload(): Promise<void>;
}

function Source({ connection, apps, reload }: SourceProps) {
  const { attempt, note } = useOutcome(reload);
  const save = (part: Change) =>
    attempt(() => change<Connection>('/connections', connection.id, part));
  return (
    <article data-testid={`source-${connection.identifier}`}>
      <h3>
        {words.source} <code>{connection.identifier}</code>
      </h3>
      <Fields form={connection} apps={apps} fixed change={save} />
      {note}
    </article>
  );
}

function NewSource({ apps, reload }: { readonly apps: readonly App[]; reload(): Promise<void> }) {
  const [form, setForm] = useState<Form>({ ...EMPTY, apps: [] });
  const { attempt, note } = useOutcome(reload);
  const create = async () => {
    const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== ''));
    if ((await attempt(() => ask('POST', '/connections', given))) === null)
      setForm({ ...EMPTY, apps: [] });
  };
  return (
    <details data-testid="new-source">
      <summary>{words.newSource}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <Fields
          form={form}
          apps={apps}
          fixed={false}
          change={(part) => setForm((now) => ({ ...now, ...part(now) }))}
        />
        <button type="submit">{words.create}</button>
        {note}
      </form>
    </details>
  );
}

interface FieldsProps {
  readonly form: Form;
  readonly apps: readonly App[];
  /** The Unique ID was given once and for all. */
  readonly fixed: boolean;
  /** May answer, later, with why it was refused. */
  change(part: Change): unknown;
}

function Fields({ form, apps, fixed, change }: FieldsProps) {
  const toggle = (id: string, on: boolean) =>
    change((now) => {
      const others = now.apps.filter((app) => app !== id);
      return { apps: on ? [...others, id] : others };
    });
  return (
    <>
      <div class="grid">
        <Text
          label={words.identifier}
          mono
          value={form.identifier}
          disabled={fixed}
          hint={fixed ? words.identifierFixed : words.identifierRule}
          onChange={(identifier) => change(() => ({ identifier }))}
        />
        <Text
          label={words.displayName}
          value={form.displayName}
          hint={words.displayNameRule}
          onChange={(displayName) => change(() => ({ displayName }))}
        />
        <Text
          label={words.appid}
          mono
          value={form.appid}
          placeholder="wx…"
          onChange={(appid) => change(() => ({ appid }))}
        />
        <Text
          label={words.secret}
          mono
          value={form.secret}
          onChange={(secret) => change(() => ({ secret }))}
        />
        <Text
          label={words.originalId}
          mono
          value={form.originalId}
          placeholder="gh_…"
          onChange={(originalId) => change(() => ({ originalId }))}
        />
        <Text
          label={words.mobileAppID}
          mono
          value={form.mobileAppID}
          placeholder="wx…"
          onChange={(mobileAppID) => change(() => ({ mobileAppID }))}
        />
      </div>
      <fieldset>
        <legend>{words.loginMode}</legend>
        <Check
          label={words.loginOnly}
          hint={words.loginOnlyRule}
          checked={form.loginOnly}
          onChange={(loginOnly) => change(() => ({ loginOnly }))}
        />
      </fieldset>
      <fieldset>
        <legend>{words.associated}</legend>
        {apps.map(({ id, name }) => (
          <Check
            key={id}
            label={name}
            hint={id}
            checked={form.apps.includes(id)}
            onChange={(on) => toggle(id, on)}
          />
        ))}
      </fieldset>
    </>
  );
}
