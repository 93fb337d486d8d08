import type { EffectiveBrand } from '../brand';
import type { HttpResponse } from '../event';
import type { ShownFailure } from '../failure';

/** What a directory's answer comes to. */
export type DirectoryAnswer =
  | Known
  /** `brand`: whose failure it is, where that is known. */
  | { readonly failure: ShownFailure; readonly brand?: EffectiveBrand };

export interface Known {
  readonly brand: EffectiveBrand;
  /** For the console: what of it is not shown, and why. */
  readonly notes: readonly string[];
}

/** Characters; ten times a long entry. */
const maxLength = 65_536;

export function isTooLarge({ body }: HttpResponse): boolean {
  const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
  return text.length > maxLength;
}

export function refuse(message: string): DirectoryAnswer {
  return { failure: { code: 'app_not_registered', message } };
}

export function mismatch(): DirectoryAnswer {
  const message = "The app's entry names another mini program than this one";
  return { failure: { code: 'program_mismatch', message } };
}

export function invalid(what: string): DirectoryAnswer {
  return { failure: { code: 'directory_invalid', message: `The directory's entry ${what}` } };
}

export function unavailable(what: string, cause?: ShownFailure): DirectoryAnswer {
  const message = `The directory's answer ${what}${cause ? `: ${cause.message}` : ''}`;
  return { failure: { code: 'directory_unavailable', message } };
}
