import { html, raw } from 'hono/html';
import { international } from '../../base/phone-number';
import type { Person } from '../../contract/person';
import type { App } from '../../contract/tenant';
import type { Lang } from '../answer';
import { STYLE } from './style';
import { notesInChinese, signInWords } from './words';

export interface SignInPage {
  readonly app: App;
  readonly scope: string;
  readonly people: readonly Person[];
  /** The request as it came; it comes back with the choice and is read again. */
  readonly fields: URLSearchParams;
  readonly lang: Lang;
  /** Why the last choice did not work. */
  readonly refusal?: { readonly name: string; readonly message: string };
}

/** Everybody who can sign in, one button each. It works without JavaScript. */
export function signInPage({ app, scope, people, fields, lang, refusal }: SignInPage) {
  const words = signInWords[lang];
  const scopes = scope.split(' ').flatMap((name) => words.scopes[name] ?? []);
  const hidden = [...fields].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const body = html`<header>
<span class="logo" aria-hidden="true">${[...app.name][0] ?? ''}</span>
<h1>${words.title(app.name)}</h1>
<p>${words.choose}</p>
</header>
${
  refusal &&
  html`<div class="refusal" role="alert"><strong>${words.refusedTitle(refusal.name)}</strong>
<p>${refusal.message}</p></div>`
}
<form method="post" action="/oidc/auth/sign-in">
${hidden}
<ul>${people.map((person) => choice(person, lang))}</ul>
<p class="scopes">${words.asks} ${scopes.join(lang === 'zh' ? '、' : ', ')}</p>
<button class="cancel" name="decision" value="cancel">${words.cancel}</button>
</form>
<footer><a href="${otherLang(fields, words.other.lang)}" lang="${words.other.lang}">${words.other.label}</a>
<p>${words.sandbox}</p></footer>`;
  return page(words.title(app.name), lang, body);
}

function choice({ id, name, note, phone }: Person, lang: Lang) {
  const said = (lang === 'zh' && notesInChinese[id]) || note;
  const number = phone ? international(phone) : signInWords[lang].noNumber;
  return html`<li><button name="person" value="${id}">
<span class="face" aria-hidden="true">${[...name][0] ?? ''}</span>
<span><b>${name}</b><small>${number}${said && ` · ${said}`}</small></span>
</button></li>`;
}

/** For a request whose sender can't be trusted with an answer. `cure`: what a developer does. */
export function errorPage(why: string, cure: string | undefined, lang: Lang) {
  const words = signInWords[lang];
  const body = html`<header><span class="logo bad" aria-hidden="true">!</span>
<h1>${words.errorTitle}</h1><p>${why}</p></header>
${cure && html`<pre><code>${cure}</code></pre>`}
<footer><p>${words.errorHint}</p></footer>`;
  return page(words.errorTitle, lang, body);
}

function page(title: string, lang: Lang, body: ReturnType<typeof html>) {
  return html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(STYLE)}</style>
</head>
<body><main>${body}</main></body>
</html>`;
}

function otherLang(fields: URLSearchParams, lang: string): string {
  const query = new URLSearchParams(fields);
  query.set('ui_locales', lang);
  return `/oidc/auth?${query}`;
}
