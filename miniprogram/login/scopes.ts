/** What everybody expects of a login; more than this is shown to the person. */
const usualScopes: readonly string[] = ['openid', 'profile', 'phone'];

/** The usual ones, of those that the program may ask for. */
export function defaultScope(allowed: readonly string[]): string {
  return usualScopes.filter((scope) => allowed.includes(scope)).join(' ');
}

/** Of OIDC's `scope`, what the person has to be told. */
export function unusualScopes(scope: string): readonly string[] {
  return scope.split(' ').filter((one) => !usualScopes.includes(one));
}

/** Where no number is given, none may be asked for. */
export function withoutPhone(scope: string, cut: boolean): string {
  const scopes = scope.split(' ');
  return cut ? scopes.filter((one) => one !== 'phone').join(' ') : scope;
}
