/**
 * For jest-junit: what a test's `<testcase>` has besides its result. One that failed first and passed
 * when it was tried again is flaky.
 *
 * @param {{ status: string, invocations?: number }} test
 * @returns {Record<string, string>}
 */
module.exports = ({ status, invocations = 1 }) =>
  invocations > 1 ? { flaky: String(status === 'passed'), tries: String(invocations) } : {};
