import { createHash } from 'node:crypto';

/** Light and dark; no request but for the page itself. */
export const STYLE = `
:root { --page: #f3f4f6; --card: #fff; --ink: #14171c; --soft: #5b6370; --line: #e3e6ea;
  --brand: #1f5eff; --hover: #f5f8ff; --bad: #b42318; --bad-back: #fef3f2; }
@media (prefers-color-scheme: dark) { :root { --page: #0f1115; --card: #181b21; --ink: #f2f4f7;
  --soft: #a0a8b5; --line: #2b3038; --brand: #7da2ff; --hover: #1f2430; --bad: #ff9c92;
  --bad-back: #33191a; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px 16px;
  background: var(--page); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", sans-serif; }
main { width: 100%; max-width: 420px; background: var(--card); border: 1px solid var(--line);
  border-radius: 16px; padding: 28px 24px 20px; box-shadow: 0 8px 32px rgb(0 0 0 / 6%); }
header { text-align: center; overflow-wrap: anywhere; }
header p { margin: 0 0 20px; color: var(--soft); }
h1 { margin: 14px 0 2px; font-size: 22px; line-height: 1.3; }
.logo, .face { display: inline-grid; place-items: center; font-weight: 600; flex: none; }
.logo { width: 56px; height: 56px; border-radius: 14px; background: var(--brand);
  color: var(--card); font-size: 26px; }
.logo.bad { background: var(--bad); }
.face { width: 40px; height: 40px; border-radius: 50%; border: 1px solid var(--line);
  color: var(--brand); }
ul { list-style: none; margin: 0; padding: 0; max-height: 50vh; overflow-y: auto;
  border: 1px solid var(--line); border-radius: 12px; }
li + li { border-top: 1px solid var(--line); }
button { font: inherit; color: inherit; background: none; border: 0; cursor: pointer; }
li button { display: flex; gap: 12px; align-items: center; width: 100%; padding: 10px 14px;
  text-align: left; }
li button:hover { background: var(--hover); }
:focus-visible { outline: 2px solid var(--brand); outline-offset: -2px; }
b, small { display: block; }
small, .scopes, footer { color: var(--soft); font-size: 13px; }
.scopes { margin: 16px 4px; text-align: center; }
.cancel { display: block; width: 100%; padding: 12px; border: 1px solid var(--line);
  border-radius: 12px; }
.cancel:hover { background: var(--hover); }
.refusal { background: var(--bad-back); color: var(--bad); border-radius: 12px;
  padding: 12px 16px; margin-bottom: 16px; }
.refusal p { margin: 2px 0 0; }
pre { overflow-x: auto; background: var(--page); border-radius: 12px; padding: 12px;
  font-size: 12px; }
footer { text-align: center; margin-top: 16px; }
footer p { margin: 6px 0 0; }
a { color: var(--brand); }
`;

/**
 * No `form-action`: browsers would hold the redirect back to the app against it.
 * https://github.com/w3c/webappsec-csp/issues/8
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  'img-src data:',
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
