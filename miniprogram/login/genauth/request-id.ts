/**
 * A request id of GenAuth, or nothing when it does not look like one: it is shown, copied and sent
 * on to the app, so that a phone number in its place must not pass.
 */
export function readRequestId(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^[A-Za-z0-9-]{1,64}$/.test(value)) return undefined;
  return /^[\d-]{5,}$/.test(value) ? undefined : value;
}
