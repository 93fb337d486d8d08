/** What a vector is about: the rule that decides it, and where it stands. */
export interface Rule {
  readonly rule: string;
  readonly source: string;
}

const contract = 'docs/host-app.md';
const idToken = 'OpenID Connect Core 1.0, section 3.1.3.7';

export const rules = {
  answer: {
    rule: 'Only a non-empty text is an answer; a missing one ends nothing.',
    source: `${contract}#results; react-native-wechat-lib and HTML5+ hand over null and undefined`,
  },
  deliveries: {
    rule: 'The text counts the same in whichever of both messages it comes.',
    source: 'docs/wechat.md#the-buttons-text-arrives-as-another-message-on-android',
  },
  once: {
    rule: 'One answer for each launch; the same text again within a minute has the same outcome.',
    source: `${contract}#what-your-app-refuses; RFC 9110, section 9.2.2`,
  },
  state: {
    rule: '`state` is compared before anything else; a text without it leaves the launch pending.',
    source: 'RFC 6749, section 10.12; RFC 9700, section 4.7',
  },
  life: {
    rule: 'An answer counts for ten minutes after the launch.',
    source: `${contract}#what-your-app-refuses`,
  },
  json: {
    rule: 'The text is one JSON object, without a byte order mark.',
    source: 'RFC 8259, sections 2 and 8.1',
  },
  names: {
    rule: 'A name stands once in an object: two readers must not read two things.',
    source: 'RFC 8259, section 4; RFC 7515, section 4; RFC 7519, section 4',
  },
  limits: {
    rule: 'At most 100,000 characters, and 32 levels deep: more is read by nobody.',
    source: 'RFC 8259, section 9',
  },
  result: {
    rule: '`v` is 1, `status` is ok or error, and what belongs to it is there.',
    source: `${contract}#results`,
  },
  failure: {
    rule: "The program's own code is passed on: at most 64 of a-z, 0-9 and _.",
    source: `${contract}#when-it-did-not-work; RFC 6749, section 5.2`,
  },
  algorithm: {
    rule: 'The algorithm is RS256, whatever the header says.',
    source: `RFC 8725, sections 2.1, 3.1 and 3.2; ${idToken}, step 7`,
  },
  signature: {
    rule: 'The signature is by a key of the key set.',
    source: `RFC 7515, section 5.2; ${idToken}, step 6`,
  },
  foreignKey: {
    rule: 'A key, or where to find one, is never taken from the token.',
    source: 'RFC 7515, sections 4.1.2, 4.1.3, 4.1.5 and 10.3; RFC 8725, section 3.10',
  },
  kid: {
    rule: '`kid` chooses a key of the set; without one, every key is tried.',
    source: 'RFC 7515, section 4.1.4; OpenID Connect Core 1.0, section 10.1',
  },
  rotation: {
    rule: 'When no known key fits, the key set is asked for again, once, before the token is refused.',
    source: 'OpenID Connect Core 1.0, section 10.1.1',
  },
  critical: {
    rule: '`crit` names what is not understood here: the token is refused.',
    source: 'RFC 7515, section 4.1.11',
  },
  kind: {
    rule: 'An id_token has no `scope`, no `typ` but JWT, and is not the access token.',
    source: 'RFC 8725, sections 3.11 and 3.12; RFC 9068, section 2.1',
  },
  issuer: { rule: '`iss` is `{host}/oidc`.', source: `${idToken}, step 2` },
  audience: {
    rule: '`aud` names the application; `azp` is the application where it is there.',
    source: `${idToken}, steps 3 to 5`,
  },
  times: {
    rule: '`exp`, `iat` and `nbf` are numbers of seconds that a clock can show.',
    source: 'RFC 7519, section 2 (NumericDate) and sections 4.1.4 to 4.1.6',
  },
  expiry: {
    rule: '`exp` is to come, and within 180 days.',
    source: `${idToken}, step 9; RFC 7519, section 4.1.4`,
  },
  future: {
    rule: '`iat` and `nbf` are at most a minute ahead.',
    source: `RFC 7519, sections 4.1.5 and 4.1.6; ${idToken}, step 10`,
  },
  issued: {
    rule: '`iat` is not before the second of the launch.',
    source: `${idToken}, step 10`,
  },
  subject: {
    rule: '`sub` is a text of 1 to 255 printable ASCII characters.',
    source: 'OpenID Connect Core 1.0, section 2; RFC 7519, section 4.1.2',
  },
  nonce: {
    rule: '`nonce` is the one of the launch where the claim is there.',
    source: `${idToken}, step 11`,
  },
  accessToken: {
    rule: "The access token is the same person's: `at_hash` fits, or `/oidc/me` says 200 and the same `sub`.",
    source: 'OpenID Connect Core 1.0, sections 3.1.3.8, 5.3.2 and 5.3.4; RFC 6750, section 3.1',
  },
  unreachable: {
    rule: 'GenAuth that gives no answer decides nothing: the same text counts again.',
    source: 'RFC 9110, section 15.6',
  },
  seal: {
    rule: 'It is a JWE of ECDH-ES and A256GCM to the key of this launch.',
    source: 'RFC 7516, section 5.2; RFC 7518, sections 4.6 and 5.3; RFC 8725, section 3.1',
  },
  sealed: {
    rule: 'A launch with a key takes a sealed result only, and believes nothing outside of it.',
    source: `${contract}#results`,
  },
  sealedContent: {
    rule: 'What is sealed names this launch and this application, and is not older than the launch.',
    source: `${contract}#results`,
  },
  compression: {
    rule: 'Nothing compressed is opened: a few bytes could become any number.',
    source: 'RFC 7516, section 4.1.3; RFC 8725, section 3.6',
  },
  codes: { rule: 'What the Guard SDK does with codes.', source: 'docs/genauth.md' },
  ticket: {
    rule: 'The text is split at `&` and `=`; a refusal is never empty.',
    source: `${contract}#results`,
  },
  unproven: {
    rule: 'Without a state, only WXLaunchMiniProgram.Resp counts.',
    source: 'docs/wechat.md#any-app-can-forge-an-answer-on-android',
  },
  launch: { rule: 'What a launch may say.', source: `${contract}#launch` },
} as const satisfies Readonly<Record<string, Rule>>;
export type RuleName = keyof typeof rules;
