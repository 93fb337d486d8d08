import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { Env } from '../../base/http';
import type { AnswerAddress } from './request';

const SUBMIT = 'document.forms[0].submit()';
const SUBMIT_HASH = createHash('sha256').update(SUBMIT).digest('base64');

/**
 * Sends the browser back to the client. `iss` says who answers.
 * https://www.rfc-editor.org/rfc/rfc9207
 */
export function answerClient(
  c: Context<Env>,
  { redirectUri, mode, state }: AnswerAddress,
  issuer: string,
  answer: Readonly<Record<string, string>>,
) {
  const fields = { ...answer, ...(state === undefined ? {} : { state }), iss: issuer };
  if (mode === 'form_post') return postForm(c, redirectUri, fields);
  const text = new URLSearchParams(fields).toString();
  const separator = mode === 'fragment' ? '#' : redirectUri.includes('?') ? '&' : '?';
  // Not 307, which would send the person's form on. https://www.rfc-editor.org/rfc/rfc9700#section-4.12
  return c.body(null, 303, { location: `${redirectUri}${separator}${text}` });
}

/** https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html */
function postForm(c: Context<Env>, action: string, fields: Readonly<Record<string, string>>) {
  c.header('content-security-policy', `default-src 'none'; script-src 'sha256-${SUBMIT_HASH}'`);
  const inputs = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return c.html(
    html`<!doctype html><meta charset="utf-8"><title>GenAuth</title>
<form method="post" action="${action}">${inputs}<noscript><button>Continue · 继续</button></noscript></form>
<script>${raw(SUBMIT)}</script>`,
  );
}
