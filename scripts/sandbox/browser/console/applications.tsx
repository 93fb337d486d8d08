import { useState } from 'preact/hooks';
import type { App, TenantAgreement } from '../../contract/tenant';
import { ask, change } from './api';
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
  reload(): Promise<void>;
}

export function Applications({ apps, reload }: Props) {
  return (
    <Section id="applications" title={words.applications}>
      {apps?.map((app) => (
        <Application key={app.id} app={app} reload={reload} />
      ))}
      <NewApplication reload={reload} />
    </Section>
  );
}

/** GenAuth gives it its id; nothing else is asked for. */
function NewApplication({ reload }: { reload(): Promise<void> }) {
  const [name, setName] = useState('');
  const { attempt, note } = useOutcome(reload);
  const create = async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    const id = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    if ((await attempt(() => ask('PUT', `/apps/${id}`, { name }))) === null) setName('');
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

function Application({ app, reload }: { readonly app: App; reload(): Promise<void> }) {
  const { attempt, note } = useOutcome(reload);
  const save = (part: (now: App) => Partial<App>) => attempt(() => change('/apps', app.id, part));
  const saveAgreements = (next: (now: App['agreements']) => App['agreements']) =>
    save(({ agreements }) => ({ agreements: next(agreements) }));
  return (
    <article data-testid={`app-${app.id}`}>
      <h3>
        {app.name} <code>{app.id}</code>
      </h3>
      <fieldset class="row">
        <Check
          label={words.registrationDisabled}
          checked={app.registrationDisabled}
          onChange={(registrationDisabled) => void save(() => ({ registrationDisabled }))}
        />
        <Check
          label={words.agreementEnabled}
          checked={app.agreementEnabled}
          onChange={(agreementEnabled) => void save(() => ({ agreementEnabled }))}
        />
      </fieldset>
      <Addresses app={app} change={(part) => save(() => part)} />
      {app.agreements.map((agreement) => (
        <AgreementRow
          key={agreement.id}
          agreement={agreement}
          change={(part) =>
            saveAgreements((now) =>
              now.map((each) => (each.id === agreement.id ? { ...each, ...part } : each)),
            )
          }
          remove={() =>
            void saveAgreements((now) => now.filter((each) => each.id !== agreement.id))
          }
        />
      ))}
      <button
        type="button"
        class="quiet"
        onClick={() => void saveAgreements((now) => [...now, newAgreement(now)])}
      >
        {words.add}
      </button>
      {note}
    </article>
  );
}

function newAgreement(others: App['agreements']): TenantAgreement {
  const id = Math.max(0, ...others.map((each) => each.id)) + 1;
  const title = '<a href="https://example.com">…</a>';
  return { id, title, lang: 'zh-CN', required: true, order: id, availableAt: 2 };
}

/** What an OpenID Connect client is registered with, as GenAuth's console has it. */
function Addresses({
  app,
  change,
}: {
  readonly app: App;
  change(part: Partial<App>): Promise<string | null>;
}) {
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
  /** @returns why it was refused, or null. */
  change(part: Partial<TenantAgreement>): Promise<string | null>;
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
        onChange={(next) => void change({ lang: next })}
      />
      <Select
        label={words.shownAt}
        value={availableAt === 1 ? '1' : availableAt === 2 ? '2' : '0'}
        options={MOMENTS}
        onChange={(next) => void change({ availableAt: moments[next] })}
      />
      <Check
        label={words.required}
        checked={required}
        onChange={(next) => void change({ required: next })}
      />
      <button type="button" class="quiet" onClick={remove}>
        {words.remove}
      </button>
    </div>
  );
}
