import type { Person, PhoneDevice } from '@mini-login/simulator/contract';
import { useEffect, useState } from 'preact/hooks';
import { Choice } from '../parts/fields';
import type { SheetPolicy } from '../setup/setup';
import { useWords } from '../words/words';

/** Who holds the phone, and what they do when WeChat asks. */
export function PersonFields({
  phone,
  sheetPolicy,
  onSheetPolicy,
  onChanged,
}: {
  readonly phone: PhoneDevice;
  readonly sheetPolicy: SheetPolicy;
  readonly onSheetPolicy: (sheetPolicy: SheetPolicy) => void;
  readonly onChanged: () => void;
}) {
  const words = useWords();
  const people = usePeople(phone);
  const holder = people.find(({ id }) => id === phone.person);
  return (
    <>
      <select
        class="person"
        aria-label={words.person}
        value={phone.person}
        onChange={(event) => {
          phone.hold(event.currentTarget.value);
          onChanged();
        }}
      >
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {words.people[person.id] ?? person.note ?? person.name}
          </option>
        ))}
      </select>
      {holder !== undefined && (
        <p class="hint">
          {words.holder(holder.name, holder.phone === null ? null : hideMiddle(holder.phone))}
        </p>
      )}
      <Choice<SheetPolicy>
        label={words.sheetPolicy}
        value={sheetPolicy}
        options={[
          { value: 'ask', label: words.sheetPolicies.ask, hint: words.sheetPolicies.askHint },
          { value: 'allow', label: words.sheetPolicies.allow },
          { value: 'reject', label: words.sheetPolicies.reject },
        ]}
        onChange={onSheetPolicy}
      />
    </>
  );
}

function usePeople(phone: PhoneDevice): readonly Person[] {
  const [people, setPeople] = useState<readonly Person[]>([]);
  useEffect(() => {
    let current = true;
    phone.people().then(
      (list) => current && setPeople(list),
      // The phone page itself says when its server is gone.
      () => current && setPeople([]),
    );
    return () => {
      current = false;
    };
  }, [phone]);
  return people;
}

function hideMiddle(phone: string): string {
  return `${phone.slice(0, -8)}****${phone.slice(-4)}`;
}
