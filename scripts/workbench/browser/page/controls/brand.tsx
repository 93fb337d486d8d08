import { useEffect, useState } from 'preact/hooks';
import type { BrandState } from '../../../brand-state';
import { type HostContract, hostContracts } from '../contract-choice';
import { Pick, Section } from '../parts/fields';
import { useWords } from '../words/words';

/** How often the server is asked, ms: a pack is edited in another window. */
const pollMs = 700;

/** Which brand is on the phone, and what is wrong with its pack while it is edited. */
export function BrandFields({
  path,
  contract,
  onContract,
}: {
  readonly path: string;
  readonly contract: HostContract;
  readonly onContract: (contract: HostContract) => void;
}) {
  const words = useWords();
  const state = useBrand(path);
  const allowed = hostContracts.filter((one) => state?.contracts.includes(one));
  const [first] = allowed;
  // Once for each environment: the reader may try what this brand refuses.
  useEffect(() => {
    if (first !== undefined && !allowed.includes(contract)) onContract(first);
  }, [state?.environment]);
  if (state === null) return null;
  const { wanted, shown, brands, problems } = state;
  return (
    <Section title={words.brand}>
      <Pick
        label={words.brand}
        value={wanted}
        options={[...new Set([...brands, wanted])].map((value) => ({ value, label: value }))}
        onChange={(name) => choose(path, name)}
      />
      {problems.length === 0 ? (
        <p class="hint">{words.brandHint(shown)}</p>
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
    </Section>
  );
}

/** Loads the page again when another environment serves it: phone, app and timeline are that environment's. */
function useBrand(path: string): BrandState | null {
  const [state, setState] = useState<BrandState | null>(null);
  useEffect(() => {
    let environment: number | null = null;
    let current = true;
    const ask = async () => {
      const next: BrandState | null = await fetch(
        `${path}?lang=${document.documentElement.lang}`,
      ).then(
        (response) => response.json(),
        // Between two environments nobody answers; the pill at the top says so when it lasts.
        () => null,
      );
      if (next === null || !current) return;
      if (environment !== null && environment !== next.environment) location.reload();
      environment = next.environment;
      setState((old) => (JSON.stringify(old) === JSON.stringify(next) ? old : next));
    };
    void ask();
    const timer = setInterval(() => void ask(), pollMs);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [path]);
  return state;
}

function choose(path: string, name: string): void {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  };
  // What comes of it is seen at the next look.
  fetch(path, init).catch(() => undefined);
}
