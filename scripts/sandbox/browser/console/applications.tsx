import { useState } from 'preact/hooks';
import type { App, TenantAgreement } from '../../contract/tenant';
import { ask } from './api';
import { Check, Section, Select, Text, useOutcome } from './fields';
import { words } from './words';

const LANGS = [
  ['zh-CN', '简体中文'],
  ['zh-TW', '繁體中文'],
  ['en-US', 'English'],
  ['ja-JP', '日本語'],
] as const;

/** When GenAuth shows an agreement; null is another way to write 0. */
const MOMENTS = [
  ['0', words.atRegister],
  ['1', words.atLogin],
  ['2', words.atBoth],
] as const;
const moments = { '0': 0, '1': 1, '2': 2 } as const;

interface Props {
  readonly apps: readonly App[] | null;
  /** After each change, and each new one. */
  reload(): void;
}

export function Applications({ apps, reload }: Props) {
  return (
    <Section id="applications" title={words.applications}>
      {apps?.map((app) => (
        <Application key={app.id} app={app} onChange={reload} />
      ))}
      <NewApplication onCreate={reload} />
    </Section>
  );
}

/** GenAuth gives it its id; nothing else is asked for. */
function NewApplication({ onCreate }: { onCreate(): void }) {
  const [name, setName] = useState('');
  const { attempt, note } = useOutcome();
  const create = async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    const id = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    if (!(await attempt(() => ask('PUT', `/apps/${id}`, { name })))) return;
    setName('');
    onCreate();
  };
  return (
    <details data-testid="new-application">
      <summary>{words.newApplication}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <Text label={words.applicationName} value={name} onChange={setName} />
        <button type="submit">{words.create}</button>
        {note}
      </form>
    </details>
  );
}

function Application({ app, onChange }: { readonly app: App; onChange(): void }) {
  const { attempt, note } = useOutcome();
  const change = async (part: Partial<App>) => {
    await attempt(() => ask('PUT', `/apps/${app.id}`, part));
    onChange();
  };
  const changeAgreements = (agreements: readonly TenantAgreement[]) => void change({ agreements });
  const next = Math.max(0, ...app.agreements.map(({ id }) => id)) + 1;
  return (
    <article data-testid={`app-${app.id}`}>
      <h3>
        {app.name} <code>{app.id}</code>
      </h3>
      <fieldset class="row">
        <Check
          label={words.registrationDisabled}
          checked={app.registrationDisabled}
          onChange={(registrationDisabled) => void change({ registrationDisabled })}
        />
        <Check
          label={words.agreementEnabled}
          checked={app.agreementEnabled}
          onChange={(agreementEnabled) => void change({ agreementEnabled })}
        />
      </fieldset>
      <Addresses app={app} change={(part) => void change(part)} />
      {app.agreements.map((agreement) => (
        <AgreementRow
          key={agreement.id}
          agreement={agreement}
          change={(part) =>
            changeAgreements(
              app.agreements.map((each) => (each === agreement ? { ...each, ...part } : each)),
            )
          }
          remove={() => changeAgreements(app.agreements.filter((each) => each !== agreement))}
        />
      ))}
      <button
        type="button"
        class="quiet"
        onClick={() =>
          changeAgreements([
            ...app.agreements,
            {
              id: next,
              title: '<a href="https://example.com">…</a>',
              lang: 'zh-CN',
              required: true,
              order: next,
              availableAt: 2,
            },
          ])
        }
      >
        {words.add}
      </button>
      {note}
    </article>
  );
}

/** What an OpenID Connect client is registered with, as GenAuth's console has it. */
function Addresses({ app, change }: { readonly app: App; change(part: Partial<App>): void }) {
  const { secret, redirectUris, logoutRedirects } = app;
  return (
    <fieldset>
      <Text
        label={words.redirectUris}
        hint={words.redirectUrisRule}
        mono
        value={redirectUris.join(' ')}
        onChange={(next) => change({ redirectUris: split(next) })}
      />
      <Text
        label={words.logoutRedirects}
        mono
        value={logoutRedirects.join(' ')}
        onChange={(next) => change({ logoutRedirects: split(next) })}
      />
      <Text
        label={words.appSecret}
        hint={words.appSecretRule}
        mono
        value={secret ?? ''}
        onChange={(next) => change({ secret: next === '' ? null : next })}
      />
    </fieldset>
  );
}

function split(list: string): readonly string[] {
  return list.split(/\s+/).filter((each) => each !== '');
}

interface RowProps {
  readonly agreement: TenantAgreement;
  change(part: Partial<TenantAgreement>): void;
  remove(): void;
}

function AgreementRow({
  agreement: { title, lang, required, availableAt },
  change,
  remove,
}: RowProps) {
  return (
    <div class="agreement">
      <Text
        label={words.agreement}
        mono
        value={title}
        onChange={(next) => change({ title: next })}
      />
      <Select
        label={words.language}
        value={lang}
        options={LANGS}
        onChange={(next) => change({ lang: next })}
      />
      <Select
        label={words.shownAt}
        value={availableAt === 1 ? '1' : availableAt === 2 ? '2' : '0'}
        options={MOMENTS}
        onChange={(next) => change({ availableAt: moments[next] })}
      />
      <Check
        label={words.required}
        checked={required}
        onChange={(next) => change({ required: next })}
      />
      <button type="button" class="quiet" onClick={remove}>
        {words.remove}
      </button>
    </div>
  );
}
