import { Select } from '../parts/fields';
import { useWords } from '../words/words';
import type { Servers } from './use-servers';

export function ServerFields({ servers: { controls, choose } }: { readonly servers: Servers }) {
  const { lang } = useWords();
  return (
    <>
      {(controls ?? []).map(({ id, label, value, options }) => (
        <Select
          key={id}
          over
          label={label[lang]}
          value={value}
          options={options.map((option) => ({ value: option.value, label: option.label[lang] }))}
          onChange={(next) => void choose(id, next)}
        />
      ))}
    </>
  );
}
