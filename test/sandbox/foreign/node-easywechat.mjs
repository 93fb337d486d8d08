import { createRequire } from 'node:module';
import { finish } from './person.mjs';

// Its index wants a package that it does not name as its own.
const MiniApp = createRequire(import.meta.url)('node-easywechat/dist/MiniApp/Application');
// Its host is built in; it takes the proxy from HTTPS_PROXY by itself.
const { APPID = '', APP_SECRET = '', LOGIN_CODE = '' } = process.env;
const app = new MiniApp({ app_id: APPID, secret: APP_SECRET });
const kept = new Map();
app.setCache({
  get: async (key) => kept.get(key),
  set: async (key, value) => Boolean(kept.set(key, value)),
  has: async (key) => kept.has(key),
  delete: async (key) => kept.delete(key),
});
const { openid, session_key } = await app.getUtils().codeToSession(LOGIN_CODE);
finish({ openid, hasKey: session_key.length > 0, token: await app.getAccessToken().getToken() });
