import type { Chosen, UiEvent, UiState } from '../../ui/model';
import type { JestEnd } from './jest';

/** Characters. */
const longestError = 4_000;

/**
 * What a run that has ended by itself left open: what was in the middle has failed, and so has what
 * was chosen and not come to.
 */
export function* unfinished(
  { files, output }: UiState,
  chosen: readonly Chosen[],
  {
    reached,
    begun,
  }: { readonly reached: ReadonlySet<string>; readonly begun: ReadonlySet<string> },
  end: JestEnd,
): Generator<UiEvent> {
  for (const path of begun) {
    const error = whyNotToEnd(path, end, output);
    for (const { id, status } of files.find((file) => file.path === path)?.tests ?? [])
      if (status === 'running') yield { type: 'test', path, id, status: 'failed', ms: null, error };
    yield { type: 'fileOver', path, error };
  }
  for (const { path } of chosen)
    if (!reached.has(path)) {
      const error = whyNotRun(path, end, output, reached.size === 0);
      yield { type: 'fileOver', path, error };
    }
}

/** Of a file, or a test in it, that was running when Jest ended. */
function whyNotToEnd(path: string, end: JestEnd, output: string): string {
  return partOf(path, output) ?? `Jest ${words(end)} while this ran`;
}

/** Of a file that Jest did not come to. `cameToNone`: what Jest says is about all of them. */
function whyNotRun(path: string, end: JestEnd, output: string, cameToNone: boolean): string {
  const said = cameToNone ? output.trim().slice(-longestError) : partOf(path, output);
  return said || `Jest did not run this file: it ${words(end)}`;
}

function words({ code, signal }: JestEnd): string {
  if (signal !== null) return `ended by ${signal}`;
  return code === null ? 'did not start' : `ended with code ${code}`;
}

/** What Jest says of one file that could not run: a worker that ended, an environment that is not there. */
function partOf(path: string, output: string): string | undefined {
  const parts = output.split(/^(?=(?:PASS|FAIL) |Test Suites: )/m);
  const own = parts.find((part) => {
    const [mark, ...rest] = (part.split('\n')[0] ?? '').split(/\s+/);
    return mark === 'FAIL' && rest.includes(path);
  });
  const said = own?.slice(own.indexOf('\n') + 1).trim();
  return said ? said.slice(0, longestError) : undefined;
}
