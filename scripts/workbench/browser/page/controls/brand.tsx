import { Section, Select } from '../parts/fields';
import { useWords } from '../words/words';
import type { Brands } from './use-brand';

/** Which brand is on the phone, and what is wrong with its pack while it is edited. */
export function BrandFields({
  brands: { state, changingTo, choose },
  editor,
}: {
  readonly brands: Brands;
  /** The page that edits it. */
  readonly editor: string | undefined;
}) {
  const words = useWords();
  if (state === null) return null;
  const { wanted, shown, brands, problems } = state;
  return (
    <Section title={words.brand}>
      <Select
        label={words.brand}
        value={wanted}
        options={[...new Set([...brands, wanted])].map((value) => ({ value, label: value }))}
        onChange={choose}
      />
      {problems.length === 0 ? (
        <p class="hint">
          {changingTo === null ? words.brandHint(shown) : words.reload.changing(changingTo)}
        </p>
      ) : (
        <div class="brand-problems" role="alert">
          <p>{words.brandProblems(shown)}</p>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      {editor !== undefined && (
        <a class="bar-link" href={editor}>
          {words.editor}
        </a>
      )}
    </Section>
  );
}
