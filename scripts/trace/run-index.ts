import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One page for all traces of a folder: what failed first, each with a link. */
export function writeRunIndex(folder: string): void {
  const traces = readdirSync(folder)
    .filter((name) => name.endsWith('.html') && name !== 'index.html')
    .flatMap((name) => readTrace(folder, name))
    .sort((a, b) => Number(a.passed) - Number(b.passed) || a.title.localeCompare(b.title));
  const rows = traces.map(
    ({ name, title, passed }) =>
      `<li><span class="${passed ? 'good' : 'bad'}">${passed ? 'passed' : 'failed'}</span> <a href="${encodeURIComponent(name)}">${title}</a></li>`,
  );
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Traces</title>
<style>:root { color-scheme: light dark; } body { font: 15px/1.6 system-ui, sans-serif; margin: 24px; background: light-dark(#fff, #15171a); color: light-dark(#15181c, #e8eaed); }
ul { list-style: none; padding: 0; } a { color: inherit; } .good { color: light-dark(#06753b, #4cc38a); } .bad { color: light-dark(#b42318, #ff8a7a); }</style></head>
<body><h1>Traces</h1><p>${traces.filter(({ passed }) => !passed).length} failed, ${traces.length} in all</p>
<ul>${rows.join('\n')}</ul></body>
</html>
`,
  );
}

interface TraceFile {
  readonly name: string;
  /** As it stands in HTML. */
  readonly title: string;
  readonly passed: boolean;
}

function readTrace(folder: string, name: string): readonly TraceFile[] {
  try {
    const head = readFileSync(join(folder, name), 'utf8');
    const title = /<title>([^<]*)<\/title>/.exec(head)?.[1] ?? name;
    return [{ name, title, passed: head.includes('class="verdict good"') }];
  } catch {
    // Another test, whose trace it was, has passed meanwhile.
    return [];
  }
}
