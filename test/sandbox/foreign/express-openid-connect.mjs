import express from 'express';
import oidc from 'express-openid-connect';
import { CONFIDENTIAL, finish, ISSUER, PUBLIC, SECRET, signIn } from './person.mjs';

/** As its README shows it; `more` for the code flow. */
async function run(clientID, more) {
  const app = express();
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const baseURL = `http://127.0.0.1:${server.address().port}`;
  app.use(
    oidc.auth({
      issuerBaseURL: ISSUER,
      baseURL,
      clientID,
      secret: 'a long, randomly-generated string stored in env',
      authRequired: false,
      ...more,
    }),
  );
  app.get('/profile', oidc.requiresAuth(), async (req, res) =>
    res.json(more ? await req.oidc.fetchUserInfo() : req.oidc.user),
  );
  await register(clientID, `${baseURL}/callback`);

  const jar = new Map();
  const visit = async (url, init = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, cookie };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const each of response.headers.getSetCookie()) {
      const [, name, value] = each.match(/^([^=]+)=([^;]*)/) ?? [];
      jar.set(name, value);
    }
    return response;
  };
  const started = await visit(`${baseURL}/login`);
  const { url, form } = await signIn(started.headers.get('location') ?? '');
  await visit(url, form && { method: 'POST', body: new URLSearchParams(form) });
  const profile = await (await visit(`${baseURL}/profile`)).json();
  server.close();
  return profile;
}

/** The sandbox's own way to register an address. */
async function register(clientID, redirectUri) {
  await fetch(new URL(`/sandbox/apps/${clientID}`, ISSUER), {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ redirectUris: [redirectUri] }),
  });
}

// Its default is an id_token by form_post.
const byDefault = await run(PUBLIC);
const byCode = await run(CONFIDENTIAL, {
  clientSecret: SECRET,
  authorizationParams: { response_type: 'code', scope: 'openid profile phone' },
});
finish({ ...byCode, byDefault });
