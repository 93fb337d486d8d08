/**
 * A person in front of the sign-in page, without a browser: opens the address, presses one button,
 * and says where the browser is sent then.
 *
 * @param {string | URL} address
 * @param {{ person?: string, cookies?: string }} [options]
 * @returns {Promise<{ url: string, form?: Record<string, string> }>} `form` by `form_post`.
 */
export async function signIn(address, { person = 'existing' } = {}) {
  const page = await fetch(address, { redirect: 'manual' });
  const text = await page.text();
  if (page.status !== 200) throw new Error(`the sign-in page answered ${page.status}: ${text}`);
  if (!text.includes(`name="person" value="${person}"`)) throw new Error(`${person} is not on it`);
  const action = text.match(/<form method="post" action="([^"]+)"/)?.[1] ?? '';
  const body = new URLSearchParams([...hiddenFields(text), ['person', person]]);
  const url = new URL(action, page.url);
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url.origin },
    body,
  });
  const location = answer.headers.get('location');
  if (location !== null) return { url: location };
  const form = await answer.text();
  const target = form.match(/<form method="post" action="([^"]+)"/)?.[1];
  if (target === undefined) throw new Error(`nobody was signed in: ${form}`);
  return { url: unescapeHtml(target), form: Object.fromEntries(hiddenFields(form)) };
}

/** @param {string} page @returns {[string, string][]} */
function hiddenFields(page) {
  const fields = page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return [...fields].map(([, name = '', value = '']) => [unescapeHtml(name), unescapeHtml(value)]);
}

/** @param {string} text */
function unescapeHtml(text) {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** What the test hands over. */
export const {
  ISSUER = '',
  WECHAT = '',
  PUBLIC = '',
  CONFIDENTIAL = '',
  SECRET = '',
} = process.env;
export const REDIRECT = 'http://127.0.0.1:5999/callback';

/** The last line is what the test reads. @param {unknown} result */
export function finish(result) {
  process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0));
}
