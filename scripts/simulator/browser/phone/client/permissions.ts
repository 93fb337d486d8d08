import type { ServiceAnswer } from '../../../contract/process';
import { isScope, type Permissions, type ScopeName } from '../../../contract/surroundings';
import type { Sheets } from './sheets';

/**
 * What one person allows one program; outlives the process.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/authorize.html
 */
export class PersonsPermissions {
  readonly #given = new Map<ScopeName, boolean>();

  get given(): Permissions {
    const given: Partial<Record<ScopeName, boolean>> = {};
    for (const [scope, allowed] of this.#given) given[scope] = allowed;
    return given;
  }

  /** @throws For a scope that WeChat does not have. */
  change(scopes: Readonly<Record<string, boolean | null>>): void {
    for (const [scope, allowed] of Object.entries(scopes)) {
      if (!isScope(scope)) throw new Error(`WeChat has no scope "${scope}"`);
      this.set(scope, allowed);
    }
  }

  /** Null: as if never asked. */
  set(scope: ScopeName, allowed: boolean | null): void {
    if (allowed === null) this.#given.delete(scope);
    else this.#given.set(scope, allowed);
  }
}

export interface ScopeRequest {
  /** In whose name it fails: `getLocation`. */
  readonly api: string;
  readonly scope: unknown;
  /** `permission` of app.json. */
  readonly declared: unknown;
  readonly permissions: PersonsPermissions;
  readonly sheets: Sheets;
}

/** Nobody is asked for these any more: WeChat took the scope away, and says yes. */
const ALWAYS: readonly ScopeName[] = ['scope.address', 'scope.invoice', 'scope.invoiceTitle'];

/** No sheet: a person can allow it in the settings alone, or WeChat has stopped asking. */
const NEVER_ASKED: readonly ScopeName[] = ['scope.userLocationBackground', 'scope.userInfo'];

/** The program has to say what it wants it for. */
const EXPLAINED: readonly ScopeName[] = [
  'scope.userLocation',
  'scope.userFuzzyLocation',
  'scope.userLocationBackground',
];

/**
 * Null when the person allows it: asked the first time, and after a refusal never again until they
 * change it in the settings.
 */
export async function requireScope(request: ScopeRequest): Promise<ServiceAnswer | null> {
  const { api, scope, declared, permissions, sheets } = request;
  const refuse = (why: string): ServiceAnswer => ({ ok: false, errMsg: `${api}:fail ${why}` });
  if (!isScope(scope)) return refuse('invalid scope');
  if (ALWAYS.includes(scope)) return null;
  const { desc } = Object(Object(declared)[scope]);
  const reason = typeof desc === 'string' ? desc : '';
  if (EXPLAINED.includes(scope) && reason === '') return refuse('require permission desc');
  const known = permissions.given[scope];
  const allowed =
    known ??
    (NEVER_ASKED.includes(scope) ? false : await ask({ sheets, permissions, scope, reason }));
  // The program went away under the sheet: nothing was answered.
  if (allowed === null) return refuse('cancel');
  return allowed ? null : { ok: false, errMsg: `${api}:fail auth deny`, errno: 103 };
}

async function ask({
  sheets,
  permissions,
  scope,
  reason,
}: Pick<ScopeRequest, 'sheets' | 'permissions'> & {
  readonly scope: ScopeName;
  readonly reason: string;
}): Promise<boolean | null> {
  const said = await sheets.ask({ kind: 'scope', subject: scope, ...(reason ? { reason } : {}) });
  if (said === 'dismissed') return null;
  permissions.set(scope, said === 'allow');
  return said === 'allow';
}
