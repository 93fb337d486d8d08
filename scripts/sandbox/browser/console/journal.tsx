import { useEffect } from 'preact/hooks';
import type { Exchange } from '../../contract/exchange';
import { ask, useResource } from './api';
import { Section } from './fields';
import { words } from './words';

const EVERY_MS = 2000;
const SHOWN = 30;

/** What both servers were asked last, newest first; looks again by itself. */
export function Journal() {
  const [exchanges, reload] = useResource<readonly Exchange[]>('/journal');
  useEffect(() => {
    const timer = setInterval(reload, EVERY_MS);
    return () => clearInterval(timer);
  }, [reload]);
  const clear = () => void ask('DELETE', '/journal').then(reload);
  return (
    <Section id="journal" title={words.journal}>
      <p class="hint">{words.masked}</p>
      {exchanges?.length === 0 && <p class="hint">{words.journalEmpty}</p>}
      {exchanges
        ?.slice(-SHOWN)
        .toReversed()
        .map((exchange) => (
          <details key={exchange.id} class="exchange">
            <summary>
              <span
                class={
                  exchange.status >= 200 && exchange.status < 400 ? 'status good' : 'status bad'
                }
              >
                {exchange.status}
              </span>
              <span class="server">{exchange.server}</span>
              <code>
                {exchange.method} {exchange.path}
              </code>
              {exchange.fault !== undefined && <span class="fault">{exchange.fault}</span>}
            </summary>
            <pre>{JSON.stringify({ body: exchange.body, answer: exchange.answer }, null, 2)}</pre>
          </details>
        ))}
      <button type="button" class="quiet" onClick={clear}>
        {words.clear}
      </button>
    </Section>
  );
}
