import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportPage, unescapeHtml } from '@mini-login/simulator/report';

const FLAKY = '.flaky.html';

/** Where the trace of a test goes that failed, and passed when it was tried again. */
export function flakyTrace(file: string): string {
  return file.replace(/\.html$/, FLAKY);
}

/** One page for all traces of a folder; with `REPORT` Jest writes it again, with every test. */
export function writeRunIndex(folder: string): void {
  const tests = readdirSync(folder)
    .filter((name) => name.endsWith('.html') && name !== 'index.html')
    .flatMap((name) => readTrace(folder, name));
  writeFileSync(join(folder, 'index.html'), reportPage({ tests }));
}

type Reported = Parameters<typeof reportPage>[0]['tests'][number];

function readTrace(folder: string, name: string): readonly Reported[] {
  try {
    const head = readFileSync(join(folder, name), 'utf8');
    const title = unescapeHtml(/<title>([^<]*)<\/title>/.exec(head)?.[1] ?? name);
    const passed = head.includes('class="verdict good"');
    const status = name.endsWith(FLAKY) ? 'flaky' : passed ? 'passed' : 'failed';
    return [{ trace: name, title, status }];
  } catch {
    // Another test, whose trace it was, has passed meanwhile.
    return [];
  }
}
