/**
 * @typedef {'failed' | 'flaky' | 'passed' | 'skipped'} Status
 *
 * @typedef {object} ReportedTest
 * @property {string} title
 * @property {Status} status
 * @property {string} [file] Where it is written.
 * @property {number} [ms] How long it took, the last time that it was tried.
 * @property {number} [tries] How often it was tried, when more than once.
 * @property {string} [error] Whole. Of a flaky test: what it failed of first.
 * @property {string} [trace] The file of its trace, next to the report.
 * @property {string} [again] The command that runs it again.
 *
 * @typedef {object} ReportedRun
 * @property {readonly ReportedTest[]} tests
 * @property {Readonly<Record<string, string>>} [environment] What it ran on, in this order.
 */

/** @type {readonly Status[]} */
const ORDER = ['failed', 'flaky', 'passed', 'skipped'];

/**
 * A run of tests as one HTML document that loads nothing and has no script: what failed comes first,
 * and one kind alone can be shown.
 *
 * @param {ReportedRun} run
 */
export function reportPage({ tests, environment = {} }) {
  const sorted = [...tests].sort(
    (a, b) =>
      ORDER.indexOf(a.status) - ORDER.indexOf(b.status) ||
      (a.file ?? '').localeCompare(b.file ?? '') ||
      a.title.localeCompare(b.title),
  );
  /** @param {Status} wanted */
  const count = (wanted) => tests.filter(({ status }) => status === wanted).length;
  const summary = ORDER.map((status) => `${count(status)} ${status}`).join(', ');
  const facts = Object.entries(environment).map(
    ([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(summary)}</title><style>${STYLE}</style></head>
<body>
<h1>Tests</h1>
<p class="summary">${summary}</p>
<fieldset><legend>Show</legend>
<label><input type="radio" name="show" id="all" checked> all <small>${tests.length}</small></label>
${ORDER.map((status) => `<label class="${status}"><input type="radio" name="show" id="${status}"> ${status} <small>${count(status)}</small></label>`).join('\n')}
</fieldset>
<ul>
${sorted.map(testHtml).join('\n')}
</ul>
${facts.length === 0 ? '' : `<h2>Environment</h2><dl>${facts.join('')}</dl>`}
</body>
</html>
`;
}

/** @param {ReportedTest} test */
function testHtml({ title, status, file, ms, tries, error, trace, again }) {
  const name = escapeHtml(title);
  const linked = trace === undefined ? name : `<a href="${encodeURIComponent(trace)}">${name}</a>`;
  const facts = [
    ...(file === undefined ? [] : [escapeHtml(file)]),
    ...(ms === undefined ? [] : [durationOf(ms)]),
    ...(tries === undefined ? [] : [`tried ${tries} times`]),
  ];
  const parts = [
    `<span class="${status}">${status}</span> ${linked}`,
    ...(facts.length === 0 ? [] : [` <small>${facts.join(' · ')}</small>`]),
    ...(error === undefined
      ? []
      : [
          `<details${status === 'failed' ? ' open' : ''}><summary>Error</summary><pre tabindex="0">${escapeHtml(error)}</pre></details>`,
        ]),
    ...(again === undefined || status === 'passed' || status === 'skipped'
      ? []
      : [`<code>${escapeHtml(again)}</code>`]),
  ];
  return `<li data-status="${status}">${parts.join('')}</li>`;
}

/** @param {number} ms */
function durationOf(ms) {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** @type {Readonly<Record<string, string>>} */
const MARKS = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };

/** @param {string} text */
function escapeHtml(text) {
  return text.replace(/[&<>"]/g, (mark) => `&${MARKS[mark]};`);
}

/**
 * What `escapeHtml` has made.
 *
 * @param {string} text
 */
export function unescapeHtml(text) {
  return Object.entries(MARKS).reduceRight(
    (at, [mark, name]) => at.replaceAll(`&${name};`, mark),
    text,
  );
}

const STYLE = `:root { color-scheme: light dark; }
body { font: 15px/1.6 system-ui, sans-serif; margin: 24px auto; padding: 0 16px; max-width: 1100px; background: light-dark(#fff, #15171a); color: light-dark(#15181c, #e8eaed); }
h1 { margin: 0; font-size: 22px; } h2 { font-size: 17px; } a { color: inherit; } small, dt { color: light-dark(#5c6670, #9aa4ae); }
ul { list-style: none; padding: 0; } li { padding: 6px 0; border-top: 1px solid light-dark(#e2e5eb, #2b3038); overflow-wrap: anywhere; }
fieldset { display: flex; flex-wrap: wrap; gap: 4px 16px; border: 0; padding: 0; margin: 0; } legend { float: left; padding: 0; }
.failed { color: light-dark(#b42318, #ff8a7a); } .flaky { color: light-dark(#8a5a00, #f0b429); } .passed { color: light-dark(#06753b, #4cc38a); } .skipped { color: light-dark(#5c6670, #9aa4ae); }
pre { margin: 4px 0; padding: 10px 12px; overflow: auto; max-height: 420px; white-space: pre-wrap; background: light-dark(#f7f8fa, #1c2026); border-radius: 6px; }
pre, code { font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; } code { display: block; } summary { cursor: pointer; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; } dd { margin: 0; overflow-wrap: anywhere; }
${ORDER.map((status) => `body:has(#${status}:checked) li:not([data-status="${status}"]) { display: none; }`).join('\n')}`;
