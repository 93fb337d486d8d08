import type { Person, Standing } from '../contract/person';
import type { Store } from '../store/store';
import { unionidOf } from './identity';

/** Invented numbers; the demo needs some that a phone number check lets pass. */
export const people: readonly Person[] = [
  person('new', '林夏', 'has never used the app', '19900001001', 'unknown'),
  person('existing', '陈宇', 'has an account with this phone number', '19900001002', 'known'),
  person(
    'existing-no-number',
    '苏晴',
    'has an account without a phone number',
    '19900001003',
    'known-without-phone',
  ),
  person(
    'number-taken',
    '周宁',
    'the number belongs to another account',
    '19900001004',
    'phone-bound-elsewhere',
  ),
  {
    ...person('no-phone', '何川', 'has no phone number bound in WeChat', '', 'unknown'),
    phone: null,
  },
  {
    ...person('abroad', 'Mei Wong', 'has a Hong Kong number', '', 'unknown'),
    phone: { countryCode: '852', number: '60001001' },
  },
  {
    ...person('blocked', '赵磊', 'the account is suspended', '19900001005', 'known'),
    apiCode: 2_120_008,
  },
  { ...person('locked', '孙悦', 'the account is locked', '19900001006', 'known'), apiCode: 2005 },
  { ...person('mfa', '吴桐', 'must pass a second factor', '19900001007', 'known'), apiCode: 1636 },
  {
    ...person('binding', '郑好', 'must bind an existing account', '19900001008', 'unknown'),
    apiCode: 1640,
  },
  {
    ...person('bind-or-create', '冯源', 'must bind or create an account', '19900001009', 'unknown'),
    apiCode: 1641,
  },
  {
    ...person('incomplete', '沈墨', 'must complete their profile', '19900001010', 'known'),
    apiCode: 1642,
  },
  {
    ...person(
      'high-risk',
      '韩冰',
      'WeChat thinks the account is at risk',
      '19900001011',
      'unknown',
    ),
    highRisk: true,
  },
];

function person(
  id: string,
  name: string,
  note: string,
  number: string,
  standing: Standing,
): Person {
  return { id, name, note, phone: { countryCode: '86', number }, standing };
}

/** The people of one sandbox; they may come, go and change while it runs. */
export class People {
  readonly #people: Map<string, Person>;
  readonly #atFirst: readonly Person[];
  #byUnionid: Map<string, Person> | null = null;

  constructor(atFirst: readonly Person[], store: Store) {
    this.#atFirst = atFirst;
    this.#people = store.table('people');
    if (this.#people.size === 0) this.reset();
  }

  reset(): void {
    this.#people.clear();
    for (const each of this.#atFirst) this.set(each);
  }

  all(): readonly Person[] {
    return [...this.#people.values()];
  }

  get(id: string): Person | undefined {
    return this.#people.get(id);
  }

  byUnionid(unionid: string): Person | undefined {
    this.#byUnionid ??= new Map(this.all().map((each) => [unionidOf(each), each]));
    return this.#byUnionid.get(unionid);
  }

  set(each: Person): void {
    this.#people.set(each.id, each);
    this.#byUnionid = null;
  }

  delete(id: string): void {
    this.#people.delete(id);
    this.#byUnionid = null;
  }
}
