import type { TimelineEntry } from '@mini-login/simulator/contract';
import { useEffect, useState } from 'preact/hooks';
import type { KitCode, KitName } from '../../../kit-sample';
import { Copy } from '../parts/copy';
import { useWords } from '../words/words';
import { Masked } from './secret';

/** For the last launch: what the app sent, and the lines of each kit that do it. */
export function KitCodePanel({
  path,
  platform,
  entries,
}: {
  readonly path: string;
  /** Of the phone: whose kit stands first. */
  readonly platform: string;
  readonly entries: readonly TimelineEntry[];
}) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const kits = useKits(path, isOpen);
  const [chosen, choose] = useState<KitName | null>(null);
  const launch = entries.findLast((entry) => entry.kind === 'launch');
  if (launch === undefined) return null;
  const kit = kits.find((one) => one.kit === (chosen ?? kitOf(platform))) ?? kits[0];
  return (
    <details class="kit-code" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.code.title}</summary>
      {kit !== undefined && (
        <div class="kit-code-body">
          <p class="hint">{words.code.launch}</p>
          <pre>
            <Masked text={pathOf(launch.options)} quiet />
          </pre>
          <fieldset class="kit-names">
            <legend class="only-said">{words.code.kit}</legend>
            {kits.map((one) => (
              <button
                key={one.kit}
                type="button"
                class="chip"
                aria-pressed={one === kit}
                onClick={() => choose(one.kit)}
              >
                {words.code.kits[one.kit]}
              </button>
            ))}
          </fieldset>
          {kit.samples.map(({ heading, code }) => (
            <section key={code}>
              <header>
                <h4>{heading}</h4>
                <Copy text={() => code} />
              </header>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
              <pre tabIndex={0}>{code}</pre>
            </section>
          ))}
          <p class="hint">{words.code.source(kit.source)}</p>
        </div>
      )}
    </details>
  );
}

function useKits(path: string, isWanted: boolean): readonly KitCode[] {
  const [kits, setKits] = useState<readonly KitCode[]>([]);
  useEffect(() => {
    if (!isWanted) return;
    let current = true;
    fetch(`${path}?lang=${document.documentElement.lang}`)
      .then((response) => response.json())
      // The pill at the top says that the server is gone.
      .then(
        (list: readonly KitCode[]) => current && setKits(list),
        () => undefined,
      );
    return () => {
      current = false;
    };
  }, [path, isWanted]);
  return kits;
}

function pathOf({
  path,
  query,
}: {
  path: string;
  query: Readonly<Record<string, string>>;
}): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}

function kitOf(platform: string): KitName {
  switch (platform) {
    case 'ios':
      return 'swift';
    case 'android':
      return 'kotlin';
    case 'ohos':
      return 'harmonyos';
    default:
      return 'javascript';
  }
}
