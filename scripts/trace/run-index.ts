import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FLAKY = '.flaky.html';

/** Where the trace of a test goes that failed, and passed when it was tried again. */
export function flakyTrace(file: string): string {
  return file.replace(/\.html$/, FLAKY);
}

const ORDER = ['failed', 'flaky', 'passed'] as const;
type Verdict = (typeof ORDER)[number];
const COLOURS: Readonly<Record<Verdict, string>> = { failed: 'bad', flaky: 'odd', passed: 'good' };

/** One page for all traces of a folder: what failed first, then what is flaky, each with a link. */
export function writeRunIndex(folder: string): void {
  const traces = readdirSync(folder)
    .filter((name) => name.endsWith('.html') && name !== 'index.html')
    .flatMap((name) => readTrace(folder, name))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || a.title.localeCompare(b.title),
    );
  const rows = traces.map(
    ({ name, title, verdict }) =>
      `<li><span class="${COLOURS[verdict]}">${verdict}</span> <a href="${encodeURIComponent(name)}">${title}</a></li>`,
  );
  const count = (wanted: Verdict) => traces.filter(({ verdict }) => verdict === wanted).length;
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Traces</title>
<style>:root { color-scheme: light dark; } body { font: 15px/1.6 system-ui, sans-serif; margin: 24px; background: light-dark(#fff, #15171a); color: light-dark(#15181c, #e8eaed); }
ul { list-style: none; padding: 0; } a { color: inherit; } .good { color: light-dark(#06753b, #4cc38a); } .odd { color: light-dark(#8a5a00, #f0b429); } .bad { color: light-dark(#b42318, #ff8a7a); }</style></head>
<body><h1>Traces</h1><p>${count('failed')} failed, ${count('flaky')} flaky, ${traces.length} in all</p>
<ul>${rows.join('\n')}</ul></body>
</html>
`,
  );
}

interface TraceFile {
  readonly name: string;
  /** As it stands in HTML. */
  readonly title: string;
  readonly verdict: Verdict;
}

function readTrace(folder: string, name: string): readonly TraceFile[] {
  try {
    const head = readFileSync(join(folder, name), 'utf8');
    const title = /<title>([^<]*)<\/title>/.exec(head)?.[1] ?? name;
    const passed = head.includes('class="verdict good"');
    const verdict = name.endsWith(FLAKY) ? 'flaky' : passed ? 'passed' : 'failed';
    return [{ name, title, verdict }];
  } catch {
    // Another test, whose trace it was, has passed meanwhile.
    return [];
  }
}
