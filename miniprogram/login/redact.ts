/**
 * Makes a text of WeChat or GenAuth fit for a `message`: whatever could be a phone number, a code or a token is taken out, as the
 * message goes to the app, to the log and to support.
 */
export function redact(text: string): string {
  return text
    .replace(/[A-Za-z0-9_\-+/=.~]{16,}/g, '…')
    .replace(/\d(?:[\s\-().]*\d){4,}/g, '…')
    .slice(0, 160);
}

/** A request id of GenAuth, or nothing when it does not look like one: it is shown and sent on. */
export function readRequestId(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^[A-Za-z0-9-]{1,64}$/.test(value)) return undefined;
  return /^[\d-]{5,}$/.test(value) ? undefined : value;
}
