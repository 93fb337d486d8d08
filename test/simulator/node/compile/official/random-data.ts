type Random = () => number;

/**
 * Data for a template, of the names that stand in its expressions and values of every kind; the
 * same for the same seed.
 */
export function randomData(wxml: string, seed: number): Record<string, unknown> {
  const random = generator(seed);
  const names = [
    ...new Set(
      [...wxml.matchAll(/\{\{([\s\S]*?)\}\}/g)].flatMap(
        ([, code = '']) => code.match(/[A-Za-z_$][\w$]*/g) ?? [],
      ),
    ),
  ];
  return Object.fromEntries(names.map((name) => [name, anyValue(names, random, 2)]));
}

const PLAIN = [
  undefined,
  null,
  true,
  false,
  0,
  1,
  2,
  -1,
  '',
  'a',
  '10',
  'left',
  'some text',
  '#fff',
];

function anyValue(names: readonly string[], random: Random, depth: number): unknown {
  const kind = depth === 0 ? 0 : Math.floor(random() * 4);
  const inner = () => anyValue(names, random, depth - 1);
  if (kind === 2) return Array.from({ length: Math.floor(random() * 4) }, inner);
  if (kind === 3)
    return Object.fromEntries(
      Array.from({ length: 4 }, () => [oneOf(names, random) ?? 'a', inner()]),
    );
  return oneOf(PLAIN, random);
}

function oneOf<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** mulberry32 */
function generator(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
