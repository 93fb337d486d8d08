import { useState } from 'preact/hooks';
import type { Person } from '../../contract/person';
import { ask, change, useResource } from './api';
import { Section, Select, Text, useOutcome } from './fields';
import { words } from './words';

const STANDINGS = (
  ['unknown', 'known', 'known-without-phone', 'phone-bound-elsewhere'] as const
).map((standing) => [standing, words[standing]] as const);

const NO_NUMBER = { countryCode: '86', number: '' };

export function People() {
  const [people, reload] = useResource<readonly Person[]>('/people');
  const [id, setId] = useState('');
  const { attempt, note } = useOutcome(reload);
  const save = (changed: string, part: Change) =>
    attempt(() =>
      change<Person>('/people', changed, ({ id: _, ...person }) => ({
        ...person,
        ...part(person),
      })),
    );
  const add = async () => {
    const phone = { countryCode: '86', number: '19900009000' };
    const refusal = await attempt(() =>
      ask('PUT', `/people/${encodeURIComponent(id)}`, { name: id, phone, standing: 'unknown' }),
    );
    if (refusal === null) setId('');
  };
  const remove = (gone: string) =>
    attempt(() => ask('DELETE', `/people/${encodeURIComponent(gone)}`));
  return (
    <Section id="people" title={words.people}>
      {note}
      {people?.map((person) => (
        <Row
          key={person.id}
          person={person}
          save={(part) => save(person.id, part)}
          remove={() => void remove(person.id)}
        />
      ))}
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Text label={words.id} mono value={id} onChange={setId} />
        <button type="submit">{words.add}</button>
      </form>
    </Section>
  );
}

/** What changes of a person, from how they are by then. */
type Change = (now: Omit<Person, 'id'>) => Partial<Person>;

function Row({
  person,
  save,
  remove,
}: {
  readonly person: Person;
  /** @returns why it was refused, or null. */
  save(part: Change): Promise<string | null>;
  remove(): void;
}) {
  const { countryCode, number } = person.phone ?? NO_NUMBER;
  return (
    <article class="person" data-testid={`person-${person.id}`}>
      <code>{person.id}</code>
      <Text label={words.name} value={person.name} onChange={(name) => save(() => ({ name }))} />
      <Text
        label={words.country}
        mono
        value={countryCode}
        onChange={(next) =>
          save(({ phone }) => ({ phone: { ...(phone ?? NO_NUMBER), countryCode: next } }))
        }
      />
      <Text
        label={words.phone}
        mono
        value={number}
        placeholder={words.noPhone}
        onChange={(next) =>
          save(({ phone }) => ({
            phone: next === '' ? null : { ...(phone ?? NO_NUMBER), number: next },
          }))
        }
      />
      <Select
        label={words.standing}
        value={person.standing}
        options={STANDINGS}
        onChange={(standing) => void save(() => ({ standing }))}
      />
      <Text
        label={words.apiCode}
        mono
        value={person.apiCode === undefined ? '' : String(person.apiCode)}
        onChange={(code) => save(() => ({ apiCode: code === '' ? undefined : Number(code) }))}
      />
      <button type="button" class="quiet" onClick={remove}>
        {words.remove}
      </button>
    </article>
  );
}
