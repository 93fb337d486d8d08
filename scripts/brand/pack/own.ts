import type { BrandPack } from './schema';

type Field = keyof NonNullable<BrandPack['apps'][number]['own']>;

/**
 * What a rule says of the pack, and of the pack as it is for each app that has the field of its own:
 * one line each, field first.
 */
export function checkEach(
  pack: BrandPack,
  field: Field,
  check: (pack: BrandPack) => readonly string[],
): readonly string[] {
  const own = ownPacks(pack).filter(({ fields }) => fields.includes(field));
  return [
    ...check(pack),
    ...own.flatMap(({ at, pack }) => check(pack).map((problem) => `${at}.${problem}`)),
  ];
}

/** The pack as each app with something of its own has it. */
export function ownPacks(pack: BrandPack) {
  return pack.apps.flatMap(({ own, mobileAppId }, index) => {
    if (own === undefined) return [];
    const look = { ...pack.look, ...own.look };
    const fields = Object.keys(own);
    return [{ at: `apps.${index}.own`, mobileAppId, fields, pack: { ...pack, ...own, look } }];
  });
}
