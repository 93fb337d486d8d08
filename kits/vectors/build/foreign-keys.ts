import type { JWK } from 'jose';
import { encodeJson } from './base64url';
import { goodClaims, type Kit, publicRsa, type TokenChange, userinfo } from './kit';
import { ps256 } from './ps256';
import type { RuleName } from './rules';
import {
  type AnswerVector,
  delivery,
  type Genauth,
  okText,
  refused,
  signedIn,
  vector,
} from './vector';

/** Who signed, how, and with which key: what a careless library lets pass. */
export async function foreignKeyVectors(kit: Kit): Promise<readonly AnswerVector[]> {
  const { genauth, mallory } = kit.keys;
  const publicKey = publicRsa(genauth);
  const bytes = (text: string) => new TextEncoder().encode(text);
  const own = { key: mallory };
  const list: readonly [string, RuleName, TokenChange][] = [
    ['an id_token signed by somebody else', 'signature', own],
    [
      'HS256 with the public key, as JSON, for a secret',
      'algorithm',
      { header: { alg: 'HS256' }, key: bytes(JSON.stringify(publicKey)) },
    ],
    [
      'HS256 with the modulus for a secret',
      'algorithm',
      { header: { alg: 'HS256' }, key: bytes(genauth.n ?? '') },
    ],
    [
      'HS256 with the public key, as PEM, for a secret',
      'algorithm',
      { header: { alg: 'HS256' }, key: bytes(kit.publicPem) },
    ],
    ['RS512 with the right key', 'algorithm', { header: { alg: 'RS512' } }],
    [
      'somebody else, with their key as jwk',
      'foreignKey',
      { ...own, header: { jwk: publicRsa(mallory) } },
    ],
    [
      'somebody else, with their key as jwk and no kid',
      'foreignKey',
      { ...own, header: { jwk: publicRsa(mallory), kid: undefined } },
    ],
    [
      'somebody else, with jku',
      'foreignKey',
      { ...own, header: { jku: 'https://mallory.example/jwks.json' } },
    ],
    [
      'somebody else, with x5u',
      'foreignKey',
      { ...own, header: { x5u: 'https://mallory.example/chain.pem' } },
    ],
    ['somebody else, with x5c', 'foreignKey', { ...own, header: { x5c: ['AA=='] } }],
    [
      'somebody else, with the path of a file as kid',
      'kid',
      { ...own, header: { kid: '../../../dev/null' } },
    ],
    ['the kid of nobody', 'kid', { header: { kid: 'vectors-0' } }],
    ['a kid that is empty', 'kid', { header: { kid: '' } }],
    ['crit with something unknown', 'critical', { header: { crit: ['exp2'], exp2: 1 } }],
  ];
  const refusals = await Promise.all(
    list.map(async ([name, rule, change]) =>
      vector(name, rule, [
        delivery(okText({ session: await kit.session(change) }), refused('signature_invalid')),
      ]),
    ),
  );
  return [...refusals, ...(await written(kit)), ...(await keySets(kit))];
}

/** Tokens that no library would write. */
async function written(kit: Kit): Promise<readonly AnswerVector[]> {
  const [header = '', payload = '', signature = ''] = (await kit.idToken()).split('.');
  const none = (alg: string) => `${encodeJson({ alg })}.${encodeJson(goodClaims)}.`;
  const twice = btoa(`{"alg":"none","alg":"RS256","kid":"${kit.keys.genauth.kid}"}`);
  const list: readonly [string, RuleName, string][] = [
    ['PS256 with the right key', 'algorithm', ps256],
    ['an id_token that nobody signed', 'algorithm', none('none')],
    ['an id_token that nobody signed, in other letters', 'algorithm', none('nOnE')],
    ['the signature cut off', 'signature', `${header}.${payload}.`],
    [
      'the signature of another payload',
      'signature',
      `${header}.${encodeJson({ ...goodClaims, sub: 'mallory' })}.${signature}`,
    ],
    ['an id_token that is none', 'signature', 'a.b.c'],
    ['an id_token of two parts', 'signature', `${header}.${payload}`],
    ['an id_token of four parts', 'signature', `${header}.${payload}.${signature}.${signature}`],
    ['alg twice in the header', 'names', `${twice.replaceAll('=', '')}.${payload}.${signature}`],
    [
      'an encrypted id_token',
      'algorithm',
      `${encodeJson({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.AA.AA.AA.AA`,
    ],
  ];
  return Promise.all(
    list.map(async ([name, rule, id_token]) =>
      vector(name, rule, [
        delivery(
          okText({ session: await kit.session({}, { id_token }) }),
          refused('signature_invalid'),
        ),
      ]),
    ),
  );
}

/** Key sets as servers have them: several keys, keys of other kinds, keys that change. */
async function keySets(kit: Kit): Promise<readonly AnswerVector[]> {
  const { genauth, mallory, app } = kit.keys;
  const mine = publicRsa(genauth);
  const other = { ...publicRsa(mallory), kid: 'vectors-2' };
  const ec = { kty: 'EC', crv: app.crv, x: app.x, y: app.y, kid: 'vectors-3', use: 'sig' };
  const set = (...keys: readonly object[]): { readonly genauth: Partial<Genauth> } => ({
    genauth: { jwks: { keys } },
  });
  const text = async (header: TokenChange['header'], key: JWK = genauth) =>
    okText({ session: await kit.session({ header: header ?? {}, key }) });
  const withoutKid = await text({ kid: undefined });
  const plain = await text({});
  const rotated = await text({ kid: 'vectors-2' }, mallory);
  const no = refused('signature_invalid');
  return [
    vector('no kid, and one key', 'kid', [delivery(withoutKid, signedIn)]),
    vector('no kid, and two keys', 'kid', [delivery(withoutKid, signedIn, set(other, mine))]),
    vector('no kid, and a key set of others', 'kid', [delivery(withoutKid, no, set(other, ec))]),
    vector('keys of other kinds in the set', 'kid', [
      delivery(plain, signedIn, set(ec, { kty: 'oct', k: 'AA', kid: mine.kid }, { kid: 7 }, mine)),
    ]),
    vector('the right key, for encryption only', 'kid', [
      delivery(plain, no, set({ ...mine, use: 'enc' }, other)),
    ]),
    vector('two keys with one kid', 'kid', [
      delivery(plain, signedIn, set({ ...other, kid: mine.kid }, mine)),
    ]),
    vector('the kid of the other key', 'kid', [
      delivery(await text({ kid: 'vectors-2' }), no, set(other, mine)),
    ]),
    vector('a key that was rotated a second ago', 'rotation', [
      delivery(okText({ state: 'x'.repeat(43) }), {
        ok: false,
        code: 'state_mismatch',
        pending: true,
      }),
      delivery(rotated, signedIn, set(other)),
    ]),
    vector('a key that was rotated under the same kid', 'rotation', [
      delivery(
        plain,
        { ok: false, code: 'network', pending: true },
        { genauth: { userinfo: { 'access-token-of-anna': { status: 503, body: {} } } } },
      ),
      delivery(await text({}, mallory), signedIn, {
        genauth: { ...set({ ...other, kid: mine.kid }).genauth, userinfo },
      }),
    ]),
  ];
}
