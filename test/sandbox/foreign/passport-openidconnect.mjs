import express from 'express';
import passport from 'passport';
import OpenIDConnectStrategy from 'passport-openidconnect';
import { CONFIDENTIAL, finish, ISSUER, REDIRECT, SECRET, signIn } from './person.mjs';

const strategy = new OpenIDConnectStrategy(
  {
    issuer: ISSUER,
    authorizationURL: `${ISSUER}/auth`,
    tokenURL: `${ISSUER}/token`,
    userInfoURL: `${ISSUER}/me`,
    clientID: CONFIDENTIAL,
    clientSecret: SECRET,
    callbackURL: REDIRECT,
    scope: 'profile phone',
    nonce: true,
  },
  (_issuer, profile, done) => done(null, profile),
);
const session = {};
const app = express();
app.use((req, _res, next) => {
  // What a session middleware brings: one browser's memory.
  req.session = Object.assign(session, { save: (done) => done(), regenerate: (done) => done() });
  next();
});
app.use(passport.initialize());
passport.use(strategy);
app.get('/login', passport.authenticate('openidconnect', { session: false }));
app.get('/callback', passport.authenticate('openidconnect', { session: false }), (req, res) =>
  res.json(req.user),
);
const server = app.listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const base = `http://127.0.0.1:${server.address().port}`;
const started = await fetch(`${base}/login`, { redirect: 'manual' });
const { url } = await signIn(started.headers.get('location') ?? '');
const user = await (await fetch(`${base}/callback${new URL(url).search}`)).json();
finish({ sub: user.id });
