/**
 * Everything secret in the proof's model carries a mark, so that it is found wherever it turns up.
 * The phone number carries none: it has to be found by its digits.
 */

export const phoneNumber = '13800138000';

const mark = 'S3CR3T';
const pattern = /S3CR3T-[a-z]+-\d+/g;

export type SecretKind =
  | 'login'
  | 'phone'
  | 'encrypted'
  | 'iv'
  | 'access'
  | 'id'
  | 'refresh'
  | 'ticket'
  | 'jwe';

export function secret(kind: SecretKind, number: number): string {
  return `${mark}-${kind}-${number}`;
}

export function kindOf(found: string): string {
  return found.split('-')[1] ?? '';
}

const none: readonly string[] = [];

/**
 * Finds the secrets in any value, phone numbers included. What holds none is remembered: states
 * share most of their parts.
 */
export class SecretFinder {
  private readonly clean = new WeakSet<object>();

  in(value: unknown): readonly string[] {
    if (typeof value === 'string') return inText(value);
    if (typeof value !== 'object' || value === null || this.clean.has(value)) return none;
    let found = none;
    for (const part of Object.values(value)) {
      const inside = this.in(part);
      if (inside.length > 0) found = [...found, ...inside];
    }
    if (found.length === 0) this.clean.add(value);
    return found;
  }
}

function inText(text: string): readonly string[] {
  const hasNumber = text.includes(phoneNumber);
  if (!hasNumber && !text.includes(mark)) return none;
  return [...(text.match(pattern) ?? none), ...(hasNumber ? [phoneNumber] : none)];
}
