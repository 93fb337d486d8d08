/** Without what a terminal obeys, or what turns a line around: as one line of plain text. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ');
}

/** Keeps what must not be written out of every text. */
export class Secrets {
  readonly #known = new Set<string>();

  add(secret: string): void {
    // A short one would take words out of sentences.
    if (secret.length >= 8) this.addChosen(secret);
  }

  /** What a person has chosen as a secret: kept out however short it is. */
  addChosen(secret: string): void {
    if (secret !== '') this.#known.add(secret);
  }

  /**
   * Known ones, what an address gives as a token, and whatever is as long as a token.
   *
   * @returns one line: others' words are shown on a terminal.
   */
  hide(text: string): string {
    let hidden = oneLine(text);
    for (const secret of this.#known) {
      hidden = hidden.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
    }
    return hidden
      .replaceAll(/((?:access|refresh)_?token["']?\s*[=:]\s*["']?)[\w@.~%+/-]+/gi, '$1***')
      .replaceAll(/[\w@-]{48,}/g, '***');
  }
}
