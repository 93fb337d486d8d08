import { Auth, skipCSRFCheck } from '@auth/core';
import { CONFIDENTIAL, finish, ISSUER, SECRET, signIn } from './person.mjs';

const base = 'http://127.0.0.1:5999';
const config = {
  secret: 'a long, randomly-generated string stored in env',
  trustHost: true,
  skipCSRFCheck,
  providers: [
    {
      id: 'genauth',
      name: 'GenAuth',
      type: 'oidc',
      issuer: ISSUER,
      clientId: CONFIDENTIAL,
      clientSecret: SECRET,
      checks: ['pkce', 'state', 'nonce'],
      authorization: { params: { scope: 'openid profile phone' } },
      profile: ({ sub, nickname }) => ({ id: sub, name: nickname }),
    },
  ],
  callbacks: {
    jwt: ({ token, profile }) =>
      profile ? { ...token, sub: profile.sub, phone: profile.phone_number } : token,
    session: ({ session, token }) => ({ ...session, ...token }),
  },
};
const jar = new Map();
const visit = async (path, init = {}) => {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await Auth(
    new Request(new URL(path, base), { ...init, headers: { ...init.headers, cookie } }),
    config,
  );
  for (const each of response.headers.getSetCookie()) {
    const [, name, value] = each.match(/^([^=]+)=([^;]*)/) ?? [];
    jar.set(name, value);
  }
  return response;
};
const started = await visit('/auth/signin/genauth', {
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: '',
});
const { url } = await signIn(started.headers.get('location') ?? '');
await visit(url);
const { sub, name, phone } = await (await visit('/auth/session')).json();
finish({ sub, nickname: name, phone_number: phone });
