import { useState } from 'preact/hooks';
import type { Person } from '../../contract/person';
import { ask, useResource } from './api';
import { Section, Select, Text, useOutcome } from './fields';
import { words } from './words';

const STANDINGS = (
  ['unknown', 'known', 'known-without-phone', 'phone-bound-elsewhere'] as const
).map((standing) => [standing, words[standing]] as const);

export function People() {
  const [people, reload] = useResource<readonly Person[]>('/people');
  const [id, setId] = useState('');
  const { attempt, note } = useOutcome();
  const save = async ({ id: changed, ...person }: Person) => {
    await attempt(() => ask('PUT', `/people/${encodeURIComponent(changed)}`, person));
    reload();
  };
  const remove = async (gone: string) => {
    await attempt(() => ask('DELETE', `/people/${encodeURIComponent(gone)}`));
    reload();
  };
  return (
    <Section id="people" title={words.people}>
      {note}
      {people?.map((person) => (
        <Row
          key={person.id}
          person={person}
          save={(changed) => void save(changed)}
          remove={() => void remove(person.id)}
        />
      ))}
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          void save({
            id,
            name: id,
            note: '',
            phone: { countryCode: '86', number: '19900009000' },
            standing: 'unknown',
          });
          setId('');
        }}
      >
        <Text label={words.id} mono value={id} onChange={setId} />
        <button type="submit">{words.add}</button>
      </form>
    </Section>
  );
}

function Row({
  person,
  save,
  remove,
}: {
  readonly person: Person;
  save(person: Person): void;
  remove(): void;
}) {
  const { apiCode: _, ...withoutCode } = person;
  const phone = person.phone ?? { countryCode: '86', number: '' };
  return (
    <article class="person" data-testid={`person-${person.id}`}>
      <code>{person.id}</code>
      <Text label={words.name} value={person.name} onChange={(name) => save({ ...person, name })} />
      <Text
        label={words.country}
        mono
        value={phone.countryCode}
        onChange={(countryCode) => save({ ...person, phone: { ...phone, countryCode } })}
      />
      <Text
        label={words.phone}
        mono
        value={phone.number}
        placeholder={words.noPhone}
        onChange={(number) =>
          save({ ...person, phone: number === '' ? null : { ...phone, number } })
        }
      />
      <Select
        label={words.standing}
        value={person.standing}
        options={STANDINGS}
        onChange={(standing) => save({ ...person, standing })}
      />
      <Text
        label={words.apiCode}
        mono
        value={person.apiCode === undefined ? '' : String(person.apiCode)}
        onChange={(code) =>
          save(code === '' ? withoutCode : { ...withoutCode, apiCode: Number(code) })
        }
      />
      <button type="button" class="quiet" onClick={remove}>
        {words.remove}
      </button>
    </article>
  );
}
