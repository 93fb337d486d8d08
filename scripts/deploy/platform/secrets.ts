/** Keeps what must not be written out of every text. */
export class Secrets {
  readonly #known = new Set<string>();

  add(secret: string): void {
    // A short one would take words out of sentences.
    if (secret.length >= 8) this.#known.add(secret);
  }

  /** Known ones, what an address gives as a token, and whatever is as long as a token. */
  hide(text: string): string {
    let hidden = text;
    for (const secret of this.#known) {
      hidden = hidden.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
    }
    return hidden
      .replaceAll(/((?:access|refresh)_?token["']?\s*[=:]\s*["']?)[\w@.~%+/-]+/gi, '$1***')
      .replaceAll(/[\w@-]{48,}/g, '***');
  }
}
