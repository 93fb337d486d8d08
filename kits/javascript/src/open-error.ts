/** Why the mini program could not be opened. */
export class OpenError extends Error {
  constructor(
    readonly code: 'wechat_not_installed' | 'open_failed',
    message: string,
  ) {
    super(message);
    this.name = 'OpenError';
  }
}
