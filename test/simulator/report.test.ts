import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import HtmlReporter from '../../scripts/simulator/report/jest.mjs';

let root: string;
let page: string;

const each = (title: string, more: object) => ({
  ...{ title, fullName: `the shop ${title}`, status: 'passed', duration: 1500 },
  ...{ failureMessages: [], invocations: 1 },
  ...more,
});

/** As Jest hands it to its reporters. */
const results = () => ({
  testResults: [
    {
      testFilePath: join(root, 'test/shop.test.ts'),
      testResults: [
        each('is open', {}),
        each('sells (a pear) for $1', {
          status: 'failed',
          failureMessages: ['\u001b[31mError: <pear>\u001b[39m\n    at shop.ts:1'],
        }),
        each('is slow', { invocations: 2, retryReasons: ['Error: too late'] }),
        each('sells plums', { status: 'pending', duration: null }),
      ],
    },
    {
      testFilePath: join(root, 'test/broken.test.ts'),
      testResults: [],
      testExecError: { message: 'no' },
      failureMessage: 'SyntaxError: it does not parse',
    },
  ],
});

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'report-'));
  const reporter = new HtmlReporter({ rootDir: root }, { folder: '.', environment: { seed: '7' } });
  reporter.onRunStart();
  const trace = (name: string, title: string) =>
    writeFileSync(join(root, name), `<title>${title}</title>`);
  trace('shop-pear.html', 'sells (a pear) for $1');
  trace('old.html', 'is open');
  utimesSync(join(root, 'old.html'), 1, 1);
  reporter.onRunComplete(undefined, results());
  page = readFileSync(join(root, 'index.html'), 'utf8');
});
afterAll(() => rmSync(root, { recursive: true }));

const row = (text: string) => {
  const rows = page.split('<li ').slice(1);
  return rows.find((html) => html.includes(text)) ?? '';
};

test('every test of the run is there, what failed first', () => {
  expect(page).toContain('2 failed, 1 flaky, 1 passed, 1 skipped');
  const order = [...page.matchAll(/<li data-status="(\w+)"/g)].map(([, status]) => status);
  expect(order).toEqual(['failed', 'failed', 'flaky', 'passed', 'skipped']);
});

test('a failure has its error whole, its trace, and the command that runs it again', () => {
  const html = row('sells (a pear)');
  expect(html).toContain('<pre tabindex="0">Error: &lt;pear&gt;\n    at shop.ts:1</pre>');
  expect(html).toContain('href="shop-pear.html"');
  expect(html).toContain('1.5 s');
  expect(html).toContain(
    'npx jest test/shop.test.ts -t &quot;the shop sells \\\\(a pear\\\\) for \\\\\\$1&quot;',
  );
});

test('what failed and then passed says of what, and how often it was tried', () => {
  expect(row('is slow')).toMatch(/flaky.*tried 2 times.*too late/s);
});

test('a file that does not run has failed', () => {
  expect(row('broken.test.ts')).toMatch(/failed.*it does not parse/s);
});

test('the trace of another run is nobody’s', () => {
  expect(row('is open')).not.toContain('href');
});

test('it says what it ran on', () => {
  expect(page).toMatch(/<dt>seed<\/dt><dd>7<\/dd>/);
  expect(page).toContain(process.version);
});
