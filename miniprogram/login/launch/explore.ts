import type { EffectiveBrand } from '../brand';
import type { Lang } from '../lang';
import { withoutPhone } from '../scopes';
import { type Common, stricter } from './contract-1';
import type { Launch } from './launch';
import type { Reader } from './reader';

/** Its parameters. */
export const exploreParameters = ['userPoolId', 'fromApp', 'getPhone', 'useSelfWxapp'] as const;

/**
 * The documents of the older contract spell its path in several ways
 * (docs/genauth.md#the-older-contracts-path-has-several-spellings).
 */
export function isExplorePath(path: unknown): boolean {
  return typeof path === 'string' && /^\/?route(?:r)?s\/explore(?:\.html)?$/.test(path);
}

/**
 * The older documented contract: `userPoolId`, `fromApp=1`, `getPhone`, `useSelfWxapp`. Other
 * parameters are not looked at: the apps that send them can no longer be changed. A user pool that
 * the brand does not name is another company's.
 */
export function readExplore(
  reader: Reader,
  common: Common,
  lang: Lang,
  brand: EffectiveBrand,
): Launch {
  const pool = reader.text('userPoolId');
  const ownPool = brand.genauth.userPoolId;
  if (reader.text('fromApp') !== '1')
    reader.refuse('fromApp', reader.text('fromApp') === undefined ? 'is missing' : 'must be 1');
  if (pool === undefined) reader.refuse('userPoolId', 'is missing');
  reader.matching('userPoolId', /^[0-9a-f]{24}$/, '24 hexadecimal digits');
  if (ownPool !== null && pool !== ownPool)
    reader.refuse('userPoolId', 'is not the user pool of this program');
  const getPhone = reader.oneOf('getPhone', ['0', '1'], '0');
  reader.oneOf('useSelfWxapp', ['0', '1'], '0');
  if (!brand.returns.includes('ticket'))
    reader.refuse('fromApp', 'asks for a ticket, which is not allowed by this program');
  if (brand.sealed === 'required')
    reader.refuse('fromApp', 'asks for a ticket, which cannot be sealed');
  const phone = stricter(getPhone === '1' ? 'required' : 'none', brand.phone);
  return {
    ...common,
    contract: 'ticket',
    state: null,
    nonce: null,
    userPoolId: pool ?? ownPool,
    scope: withoutPhone('openid profile phone', phone === 'none'),
    phone,
    key: null,
    lang,
  };
}
