import type { StateName } from '../state';
import { about } from './about';
import { asking } from './asking';
import { byHand } from './by-hand';
import { failed } from './failed';
import { finished } from './finished';
import { idle } from './idle';
import { minting } from './minting';
import { preparing } from './preparing';
import { renewing } from './renewing';
import { returning } from './returning';
import type { Row } from './row';
import { sealing } from './sealing';
import { signingIn } from './signing-in';

export type Table = { readonly [N in StateName]: Row<N> };

/** What logging in means: for each state, what each event does. */
export const table: Table = {
  idle,
  about,
  preparing,
  asking,
  renewing,
  signingIn,
  minting,
  sealing,
  failed,
  returning,
  byHand,
  finished,
};
