import type { JestEnd } from './jest';

/** Characters. */
const longestError = 4_000;

/** Of a file, or a test in it, that was running when Jest ended. */
export function whyNotToEnd(path: string, end: JestEnd, output: string): string {
  return partOf(path, output) ?? `Jest ${words(end)} while this ran`;
}

/** Of a file that Jest did not come to. `cameToNone`: what Jest says is about all of them. */
export function whyNotRun(path: string, end: JestEnd, output: string, cameToNone: boolean): string {
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
