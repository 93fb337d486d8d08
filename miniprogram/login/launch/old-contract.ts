import type { Brand } from '../brand';
import type { Launch } from '../state';
import type { Lang } from '../view';
import { stricter } from './own-contract';
import type { ParameterError } from './query';

/**
 * The older documented contract: `userPoolId`, `fromApp=1`, `getPhone`, `useSelfWxapp` (facts on GenAuth, 1). Other parameters are
 * not looked at: the apps that send them can no longer be changed.
 */
export function readOldLaunch(
  values: ReadonlyMap<string, string>,
  lang: Lang,
  brand: Brand,
): { readonly launch: Launch } | { readonly error: ParameterError } {
  const { genauth, apps } = brand;
  const [entry] = apps;
  const error = findError(values, genauth.userPoolId);
  if (error) return { error };
  if (!entry.returns.includes('ticket')) {
    return { error: { parameter: 'fromApp', problem: 'asks for a ticket, which is not allowed by this program' } };
  }
  const phone = stricter(values.get('getPhone') === '1' ? 'required' : 'none', brand.phone);
  return {
    launch: {
      contract: 'ticket',
      state: null,
      app: entry.app,
      connection: entry.connection,
      userPoolId: values.get('userPoolId') ?? genauth.userPoolId,
      scope: 'openid profile phone',
      phone,
      key: null,
      lang,
    },
  };
}

/** A user pool that the brand does not name is another company's: the brand's is the only one. */
function findError(values: ReadonlyMap<string, string>, ownPool: string | null): ParameterError | null {
  if (values.get('fromApp') !== '1') return { parameter: 'fromApp', problem: values.has('fromApp') ? 'must be 1' : 'is missing' };
  const pool = values.get('userPoolId');
  if (pool === undefined) return { parameter: 'userPoolId', problem: 'is missing' };
  if (!/^[0-9a-f]{24}$/.test(pool)) return { parameter: 'userPoolId', problem: 'must be 24 hexadecimal digits' };
  if (ownPool !== null && pool !== ownPool) return { parameter: 'userPoolId', problem: 'is not the user pool of this program' };
  for (const name of ['getPhone', 'useSelfWxapp']) {
    const value = values.get(name);
    if (value !== undefined && value !== '0' && value !== '1') return { parameter: name, problem: 'must be 0 or 1' };
  }
  return null;
}
