import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { withSlashes } from '@mini-login/platform/paths';
import { reportPage, unescapeHtml } from './page.mjs';

/**
 * What is read of Jest's results.
 *
 * @typedef {object} TestResult
 * @property {string} title
 * @property {string} fullName
 * @property {string} status
 * @property {number | null} [duration] ms
 * @property {number} [invocations]
 * @property {readonly string[]} failureMessages
 * @property {readonly string[]} [retryReasons]
 *
 * @typedef {object} FileResult
 * @property {string} testFilePath
 * @property {readonly TestResult[]} testResults
 * @property {{ readonly message?: string } | null} [testExecError]
 * @property {string | null} [failureMessage]
 */

/**
 * A reporter for Jest: `"reporters": ["default", "@mini-login/simulator/jest-report"]`. Leaves the
 * run as one page, `index.html` in the folder of the traces, `out/traces` by default, with a link to
 * each trace of it.
 */
export default class HtmlReporter {
  #startedAt = Date.now();
  /** @type {{ readonly rootDir: string }} */
  #config;
  /** @type {{ readonly folder?: string, readonly environment?: Record<string, string> }} */
  #options;

  /**
   * @param {{ readonly rootDir: string }} config
   * @param {{ readonly folder?: string, readonly environment?: Record<string, string> }} [options]
   */
  constructor(config, options = {}) {
    this.#config = config;
    this.#options = options;
  }

  onRunStart() {
    this.#startedAt = Date.now();
  }

  /**
   * @param {unknown} _contexts
   * @param {{ readonly testResults: readonly FileResult[] }} results
   */
  onRunComplete(_contexts, results) {
    const { folder = 'out/traces', environment = {} } = this.#options;
    const place = join(this.#config.rootDir, folder);
    mkdirSync(place, { recursive: true });
    const traces = tracesOf(place, this.#startedAt);
    const tests = results.testResults.flatMap((file) =>
      testsOf(file, this.#config.rootDir, traces),
    );
    const commit = process.env.GITHUB_SHA ?? process.env.CI_COMMIT_SHA;
    const page = reportPage({
      tests,
      environment: {
        ran: new Date(this.#startedAt).toISOString(),
        took: `${((Date.now() - this.#startedAt) / 1000).toFixed(1)} s`,
        node: `${process.version} on ${process.platform} ${process.arch}`,
        ...(commit === undefined ? {} : { commit }),
        ...environment,
        again: ['npx jest', ...process.argv.slice(2).map(quoted)].join(' '),
      },
    });
    writeFileSync(join(place, 'index.html'), page);
  }
}

/**
 * @param {FileResult} file
 * @param {string} root
 * @param {ReadonlyMap<string, readonly string[]>} traces
 * @returns {import('./page.mjs').ReportedTest[]}
 */
function testsOf({ testFilePath, testResults, testExecError, failureMessage }, root, traces) {
  const path = withSlashes(relative(root, testFilePath));
  // What keeps a whole file from running is no test's failure.
  if (testExecError || (testResults.length === 0 && failureMessage))
    return [
      {
        ...{ title: path, file: path, status: 'failed', again: `npx jest ${quoted(path)}` },
        error: stripVTControlCharacters(failureMessage ?? String(testExecError?.message)),
      },
    ];
  return testResults.map(({ title, fullName, status, duration, invocations = 1, ...rest }) => {
    const isFlaky = status === 'passed' && invocations > 1;
    const errors = isFlaky ? (rest.retryReasons ?? []) : rest.failureMessages;
    const trace = traceOf(traces.get(fullName) ?? traces.get(title) ?? [], path);
    return {
      ...{ title: fullName, file: path },
      status: isFlaky ? 'flaky' : status === 'passed' || status === 'failed' ? status : 'skipped',
      ...(typeof duration === 'number' ? { ms: duration } : {}),
      ...(invocations > 1 ? { tries: invocations } : {}),
      ...(errors.length > 0 ? { error: stripVTControlCharacters(errors.join('\n\n')) } : {}),
      ...(trace === undefined ? {} : { trace }),
      again: `npx jest ${quoted(path)} -t ${quoted(asPattern(fullName))}`,
    };
  });
}

/**
 * The traces that this run has left, by the title of their test.
 *
 * @param {string} folder
 * @param {number} since ms
 */
function tracesOf(folder, since) {
  /** @type {Map<string, string[]>} */
  const traces = new Map();
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.html') || name === 'index.html') continue;
    const file = join(folder, name);
    // File systems count in up to two seconds.
    if (statSync(file).mtimeMs < since - 2_000) continue;
    const head = readFileSync(file, 'utf8').slice(0, 4_000);
    const title = unescapeHtml(/<title>([^<]*)<\/title>/.exec(head)?.[1] ?? name);
    traces.set(title, [...(traces.get(title) ?? []), name]);
  }
  return traces;
}

/**
 * Two files may have a test of one title.
 *
 * @param {readonly string[]} names
 * @param {string} path
 */
function traceOf(names, path) {
  const file = basename(path).replace(/\.(?:test|spec)\.\w+$/, '');
  return names.find((name) => name.includes(file)) ?? names[0];
}

/** @param {string} text */
function asPattern(text) {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/**
 * For a shell.
 *
 * @param {string} text
 */
function quoted(text) {
  return /^[\w./:=@%+,-]+$/.test(text) ? text : `"${text.replace(/["\\$`]/g, '\\$&')}"`;
}
