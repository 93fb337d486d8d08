import express from 'express';
import session from 'express-session';
import grant from 'grant';
import { CONFIDENTIAL, finish, ISSUER, SECRET, signIn } from './person.mjs';

const origin = 'http://127.0.0.1:5999';
const app = express();
app.use(session({ secret: 'grant', saveUninitialized: true, resave: false }));
app.use(
  grant.express({
    defaults: { origin, transport: 'session', state: true, nonce: true, pkce: true },
    genauth: {
      authorize_url: `${ISSUER}/auth`,
      access_url: `${ISSUER}/token`,
      profile_url: `${ISSUER}/me`,
      oauth: 2,
      key: CONFIDENTIAL,
      secret: SECRET,
      scope: ['openid', 'profile', 'phone'],
      scope_delimiter: ' ',
      redirect_uri: `${origin}/callback`,
      response: ['tokens', 'profile'],
      callback: '/done',
    },
  }),
);
// Its own way back is /connect/genauth/callback; one that is registered already leads there.
app.get('/done', (req, res) => res.json(req.session.grant.response));
const server = app.listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const here = `http://127.0.0.1:${server.address().port}`;
let cookie = '';
const visit = async (url) => {
  const response = await fetch(new URL(url, here), { redirect: 'manual', headers: { cookie } });
  cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
  return response;
};
const started = await visit('/connect/genauth');
const { url } = await signIn(started.headers.get('location') ?? '');
const back = await visit(`/connect/genauth/callback${new URL(url).search}`);
const { profile, error } = await (await visit(back.headers.get('location') ?? '')).json();
finish(profile ?? { error });
