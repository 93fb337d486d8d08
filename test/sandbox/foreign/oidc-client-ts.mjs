import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts';
import { finish, ISSUER, PUBLIC, REDIRECT, signIn } from './person.mjs';

const client = new OidcClient({
  authority: ISSUER,
  client_id: PUBLIC,
  redirect_uri: REDIRECT,
  scope: 'openid profile phone',
  loadUserInfo: true,
  stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
});
const request = await client.createSigninRequest({ nonce: 'a-nonce', state: { from: '/cart' } });
const { url } = await signIn(request.url);
const { profile, userState } = await client.processSigninResponse(url);
finish({ ...profile, userState });
