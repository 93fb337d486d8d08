import type { TimelineEntry } from '@mini-login/simulator/contract';
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { bytes } from '../../../../timeline/describe';
import { Copy } from '../parts/copy';
import type { WorkbenchWords } from '../words/en';
import { useWords } from '../words/words';
import { JsonView } from './json-view';
import { decodeToken } from './jwt';
import { Masked, SecrecyContext, useMaskedText } from './secret';

/**
 * What an opened row shows: one sentence on what this is, then every part of it, each with a way to
 * copy it.
 */
export function Details({ entry }: { readonly entry: TimelineEntry }) {
  const words = useWords();
  const about = aboutOf(entry, words);
  return (
    <div class="details">
      {about !== null && <p class="about">{about}</p>}
      <EntryDetails entry={entry} />
    </div>
  );
}

function EntryDetails({ entry }: { readonly entry: TimelineEntry }) {
  const words = useWords().details;
  switch (entry.kind) {
    case 'launch':
      return (
        <>
          <Query query={entry.options.query} />
          <Part title={words.options} value={entry.options} />
        </>
      );
    case 'wx':
      return (
        <>
          <Part title={words.args} value={entry.args} />
          {entry.outcome === undefined ? (
            <Note>{words.waiting}</Note>
          ) : (
            <Part title={words.result} value={entry.result} />
          )}
        </>
      );
    case 'http':
      return (
        <>
          <div class="http-line">
            <span class="http-from">
              {entry.from === 'app' ? words.fromApp : words.fromProgram}
            </span>
            <code>
              {entry.method} <Masked text={entry.url} />
            </code>
          </div>
          <Part title={words.requestHeaders} value={entry.requestHeaders} folded />
          {entry.requestBody !== undefined && (
            <Part title={words.requestBody} value={entry.requestBody} />
          )}
          {entry.error !== undefined && <Note bad>{entry.error}</Note>}
          {entry.status === undefined && entry.error === undefined && <Note>{words.waiting}</Note>}
          {entry.status !== undefined && (
            <Part title={`${words.responseBody} · ${entry.status}`} value={entry.responseBody} />
          )}
          <Tokens value={entry.responseBody} />
        </>
      );
    case 'extMsg':
      return (
        <>
          <Part title={`${words.received(entry.as)} · ${bytes(entry.size)}`} value={entry.extMsg} />
          <Tokens value={entry.extMsg} />
        </>
      );
    case 'warning':
      return (
        <Note>
          <Masked text={entry.message} />
        </Note>
      );
    case 'error':
      return (
        <>
          <Note bad>
            <Masked text={entry.message} />
          </Note>
          {entry.stack !== undefined && <Part title={words.stack} value={entry.stack} />}
        </>
      );
    case 'console':
      return <Part title={words.args} value={entry.args} />;
    case 'lifecycle':
    case 'phone':
    case 'app':
      return <Part title={words.detail} value={entry.detail} />;
    case 'screen':
    case 'sheet':
    case 'tap':
    case 'setData': {
      const { id: _id, at: _at, kind: _kind, ...rest } = entry;
      return <Part title={words.detail} value={rest} />;
    }
  }
}

function Part({
  title,
  value,
  folded = false,
}: {
  readonly title: string;
  readonly value: unknown;
  readonly folded?: boolean;
}) {
  const words = useWords();
  const masked = useMaskedText();
  const empty =
    value === undefined ||
    value === null ||
    (typeof value === 'object' && Object.keys(value).length === 0);
  const text = () => masked(typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  return (
    <div class="part">
      <details open={!folded && !empty}>
        <summary>
          {title}
          {empty && <span class="part-empty">{words.details.none}</span>}
        </summary>
        {!empty &&
          (typeof value === 'string' && !/^\s*[[{]/.test(value) ? (
            <Text value={value} />
          ) : (
            <JsonView value={value} />
          ))}
      </details>
      {!empty && <Copy text={text} />}
    </div>
  );
}

function Text({ value }: { readonly value: string }) {
  return (
    <pre class="text">
      <Masked text={value} />
    </pre>
  );
}

function Note({
  children,
  bad = false,
}: {
  readonly children: ComponentChildren;
  readonly bad?: boolean;
}) {
  return <p class={bad ? 'note note-bad' : 'note'}>{children}</p>;
}

/** The launch contract, parameter by parameter (docs/host-app.md). */
function Query({ query }: { readonly query: Readonly<Record<string, string>> }) {
  const words = useWords();
  const names = Object.keys(query);
  if (names.length === 0) return null;
  return (
    <table class="query">
      <caption>{words.details.query}</caption>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <Masked text={query[name] ?? ''} />
            </td>
            <td class="query-meaning">{words.parameters[name] ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/**
 * The insides of a token that stands open. A closed one stays closed: its claims name the person.
 */
function Tokens({ value }: { readonly value: unknown }) {
  const words = useWords().details;
  const { mask, isShown } = useContext(SecrecyContext);
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  const open = mask(text).flatMap((segment) => {
    if (segment.secret === undefined || !isShown(segment.secret)) return [];
    const decoded = decodeToken(segment.secret.value);
    return decoded === null ? [] : [{ kind: segment.secret.kind, decoded }];
  });
  return (
    <>
      {open.map(({ kind, decoded }) => (
        <Part key={kind} title={`${words.claims} · ${kind}`} value={decoded} />
      ))}
    </>
  );
}

function aboutOf(entry: TimelineEntry, words: WorkbenchWords): string | null {
  const { about } = words;
  switch (entry.kind) {
    case 'launch':
      return about.launch;
    case 'extMsg':
      return about.extMsg;
    case 'setData':
      return about.setData;
    case 'sheet':
      return about.sheet;
    case 'wx':
      if (entry.api === 'login') return about.login;
      if (entry.api === 'getPhoneNumber') return about.getPhoneNumber;
      if (entry.api === 'navigateBackApplication') return about.navigateBackApplication;
      return null;
    case 'http':
      if (entry.url.includes('signin-by-mobile')) return about.signIn;
      if (entry.url.includes('jwks')) return about.jwks;
      if (entry.url.includes('authByCode')) return about.authByCode;
      if (entry.url.includes('app2wxapp')) return about.ticket;
      return null;
    default:
      return null;
  }
}
