import { useEffect, useState } from 'preact/hooks';
import type { Exchange } from '../../contract/exchange';
import { ask, useResource } from './api';
import { Section } from './fields';
import { everything, isSuccess, matches, outcomes } from './filter';
import { words } from './words';

const EVERY_MS = 2000;
const SHOWN = 30;

/** What both servers were asked last, newest first; looks again by itself. */
export function Journal() {
  const [exchanges, reload] = useResource<readonly Exchange[]>('/journal');
  const [filter, setFilter] = useState(everything);
  useEffect(() => {
    const timer = setInterval(reload, EVERY_MS);
    return () => clearInterval(timer);
  }, [reload]);
  const clear = () => void ask('DELETE', '/journal').then(reload);
  const all = exchanges ?? [];
  const found = all.filter((exchange) => matches(exchange, filter)).toReversed();
  return (
    <Section id="journal" title={words.journal}>
      <p class="hint">{words.masked}</p>
      <div class="filters">
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={filter.text}
          onInput={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
        />
        <select
          aria-label={words.server}
          value={filter.server}
          onChange={(event) => setFilter({ ...filter, server: event.currentTarget.value })}
        >
          <option value="">{words.bothServers}</option>
          <option value="GenAuth">GenAuth</option>
          <option value="WeChat">WeChat</option>
        </select>
        <select
          aria-label={words.outcome}
          value={filter.outcome}
          onChange={(event) => {
            const outcome = outcomes.find((one) => one === event.currentTarget.value);
            if (outcome !== undefined) setFilter({ ...filter, outcome });
          }}
        >
          {outcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              {words.outcomes[outcome]}
            </option>
          ))}
        </select>
        <output>{words.found(found.length, all.length)}</output>
      </div>
      {exchanges !== null && found.length === 0 && (
        <p class="hint">{all.length === 0 ? words.journalEmpty : words.noneFound}</p>
      )}
      {found.slice(0, SHOWN).map((exchange) => (
        <Row key={exchange.id} exchange={exchange} onSent={reload} />
      ))}
      <button type="button" class="quiet" onClick={clear}>
        {words.clear}
      </button>
    </Section>
  );
}

function Row({ exchange, onSent }: { readonly exchange: Exchange; readonly onSent: () => void }) {
  const [said, setSaid] = useState('');
  const resend = () => {
    ask<{ status: number }>('POST', `/journal/${exchange.id}/resend`).then(
      ({ status }) => {
        setSaid(words.resent(status));
        onSent();
      },
      (error: unknown) => setSaid(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <details class="exchange">
      <summary>
        <span class={isSuccess(exchange) ? 'status good' : 'status bad'}>{exchange.status}</span>
        <span class="server">{exchange.server}</span>
        <code>
          {exchange.method} {exchange.path}
        </code>
        {exchange.fault !== undefined && <span class="fault">{exchange.fault}</span>}
      </summary>
      <pre>{JSON.stringify({ body: exchange.body, answer: exchange.answer }, null, 2)}</pre>
      <p class="again">
        <button type="button" class="quiet" title={words.resendHint} onClick={resend}>
          {words.resend}
        </button>
        <span role="status">{said}</span>
      </p>
    </details>
  );
}
