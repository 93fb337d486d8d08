/**
 * Why an answer is refused; docs/host-app.md#what-your-app-refuses describes each. Besides these an
 * app gets the mini program's own codes (`phone_denied`, ...), as they came.
 */
export const refusalCodes = {
  // May be anybody's text: the launch goes on waiting.
  not_pending: 'No launch waits for an answer',
  already_concluded: 'The launch has had its answer',
  malformed: 'The answer, or a part of it, is not what the contract says',
  state_mismatch: 'The answer belongs to another login, or is forged',
  unproven_delivery: 'This way of delivery counts with the state of the launch only',
  // Ends the launch.
  too_late: 'The answer came more than 10 minutes after the launch',
  denied: 'The person refused, or it did not work',
  not_sealed: 'A sealed result was asked for, and this one is not sealed',
  seal_broken: 'The sealed result can not be opened',
  seal_mismatch: 'The sealed result belongs to another launch',
  signature_invalid: 'The id_token is not signed by this GenAuth',
  not_an_id_token: 'The token is of another kind: an access token, for example',
  issuer_mismatch: 'The id_token is of another issuer',
  audience_mismatch: 'The id_token was issued to, or for the use of, another application',
  time_invalid: 'A time in the id_token is none, or not a sane one',
  token_expired: 'The id_token has expired',
  token_not_yet_valid: 'The id_token is from the future',
  token_too_old: 'The id_token was issued before the launch',
  sub_invalid: 'The id_token does not say who signed in',
  nonce_mismatch: 'The id_token has the nonce of another launch',
  access_token_missing: 'The session has no access_token',
  access_token_mismatch: 'The access token is not that of the person in the id_token',
  exchange_failed: 'GenAuth refused what the answer brought',
  // Nothing is decided: the same answer may be sent again.
  network: 'GenAuth could not be reached, or gave no answer',
  busy: 'The same answer is just being verified',
} as const;
export type RefusalCode = keyof typeof refusalCodes;

/** After these the same text may be sent again: nobody has decided anything yet. */
export function isTemporary(code: string): boolean {
  return code === 'network' || code === 'busy';
}
