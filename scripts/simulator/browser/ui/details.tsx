import { useEffect, useRef, useState } from 'preact/hooks';
import type { UiStep } from '../../ui/model';
import type { UiClient } from './client';
import type { UiWords } from './words';

interface Props {
  readonly client: UiClient;
  readonly step: UiStep | null;
  readonly error: string | null;
  readonly output: string;
  readonly words: UiWords;
}

/** Of the step that is chosen: why it failed, its line, and what happened on the phone. */
export function Details({ client, step, error, output, words }: Props) {
  return (
    <section class="details" aria-label={words.source}>
      {error !== null && (
        <>
          <h3>{words.error}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <pre class="error" tabIndex={0}>
            {error}
          </pre>
        </>
      )}
      {step?.source && <Source client={client} place={step.source} words={words} />}
      {step?.isOver && (
        <>
          <h3>{words.timeline}</h3>
          {step.entries.length === 0 && <p class="hint">{words.nothingHappened}</p>}
          <ul class="entries">
            {step.entries.map(({ kind, text }, index) => (
              <li key={`${step.id} ${index}`} data-kind={kind}>
                <b>{kind}</b> {text}
              </li>
            ))}
          </ul>
        </>
      )}
      <Output text={output} words={words} />
    </section>
  );
}

/** Lines around the one that called. */
const around = 3;

function Source({
  client,
  place,
  words,
}: {
  readonly client: UiClient;
  readonly place: string;
  readonly words: UiWords;
}) {
  const [, path = '', number = ''] = /^(.*):(\d+)$/.exec(place) ?? [];
  const [lines, setLines] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    void client.source(path).then((found) => {
      if (isWanted) setLines(found);
    });
    return () => {
      isWanted = false;
    };
  }, [path]);
  const line = Number(number);
  const first = Math.max(1, line - around);
  return (
    <>
      <h3>
        {words.source} <small>{place}</small>
      </h3>
      {lines && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        <pre class="source" tabIndex={0}>
          {lines.slice(first - 1, line + around).map((text, index) => (
            <span key={first + index} class={first + index === line ? 'line here' : 'line'}>
              {`${String(first + index).padStart(4)}  ${text}\n`}
            </span>
          ))}
        </pre>
      )}
    </>
  );
}

function Output({ text, words }: { readonly text: string; readonly words: UiWords }) {
  const view = useRef<HTMLPreElement>(null);
  useEffect(() => view.current?.scrollTo({ top: view.current.scrollHeight }), [text]);
  return (
    <details class="output">
      <summary>{words.output}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <pre ref={view} tabIndex={0}>
        {text}
      </pre>
    </details>
  );
}
