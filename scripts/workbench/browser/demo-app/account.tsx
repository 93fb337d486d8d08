import { type Check, type CheckId, checkIds } from '@mini-login/server';
import type { AppSession } from './view';
import type { HarborWords } from './words';

/** Who is signed in, and on what grounds the app believes it. */
export function Account({
  session,
  words,
  onLogOut,
}: {
  readonly session: AppSession;
  readonly words: HarborWords;
  readonly onLogOut: () => void;
}) {
  return (
    <div class="app account">
      <header class="who">
        <span class="portrait" aria-hidden="true">
          {[...session.name][0]}
        </span>
        <div>
          <h1>{words.welcome(session.name)}</h1>
          <p>{session.phone === null ? words.noPhone : hideMiddle(session.phone)}</p>
        </div>
      </header>
      <div class="sheet">
        <section class="card">
          <h2>{words.checked}</h2>
          <p class="via">
            {words.signedInWith} · <code>{session.contract}</code>
          </p>
          {session.checks.length === 0 ? (
            <p>{words.askedGenauth}</p>
          ) : (
            <ul class="checks">
              {checkIds.map((id) => (
                <CheckLine
                  key={id}
                  id={id}
                  check={session.checks.find((check) => check.id === id)}
                  words={words}
                />
              ))}
            </ul>
          )}
        </section>
        <section class="card">
          <h2>{words.claims}</h2>
          <dl class="claims">
            {Object.entries(session.claims).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{claimText(name, value)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <button type="button" class="plain" id="log-out" onClick={onLogOut}>
          {words.signOut}
        </button>
      </div>
    </div>
  );
}

function CheckLine({
  id,
  check,
  words,
}: {
  readonly id: CheckId;
  readonly check: Check | undefined;
  readonly words: HarborWords;
}) {
  return (
    <li class={check === undefined ? 'check check-absent' : 'check'} data-check={id}>
      <span class="check-mark" aria-hidden="true">
        {check === undefined ? '–' : '✓'}
      </span>
      <span class="check-name">{words.checks[id]}</span>
      <span class="check-detail">{check === undefined ? '' : checkDetail(check, words)}</span>
    </li>
  );
}

function checkDetail({ id, detail }: Check, words: HarborWords): string {
  if (detail === 'as sent') return words.asSent;
  return id === 'expiry' || id === 'issued' ? localTime(detail) : detail;
}

/** Times as people read them; phone numbers with the middle left out, as apps show them. */
function claimText(name: string, value: unknown): string {
  if (typeof value === 'number' && /^(iat|exp|auth_time|nbf)$/.test(name))
    return localTime(value * 1000);
  if (typeof value === 'string') return name.startsWith('phone') ? hideMiddle(value) : value;
  return JSON.stringify(value);
}

function hideMiddle(phone: string): string {
  return phone.length < 8 ? phone : `${phone.slice(0, -8)}****${phone.slice(-4)}`;
}

/** In the language that the app has taken from the phone. */
function localTime(time: number | string): string {
  return new Date(time).toLocaleString(document.documentElement.lang || undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}
