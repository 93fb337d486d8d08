import type { ApiTools } from '../browser/runtime/wx/call';
import { ownApis } from '../browser/runtime/wx/index';
import { readApiTable } from '../node/server/api-table';
import { CHAPTERS, readChapters } from './chapters';
import { DOUBLES } from './doubles';

export interface Chapter {
  readonly name: string;
  readonly served: readonly string[];
  readonly doubles: readonly string[];
  readonly refused: readonly string[];
}

/** Each name of WeChat's `wx` in its chapter, by what the simulator does about it. */
export function apiChapters(): readonly Chapter[] {
  const own = new Set(Object.keys(ownApis(anything())));
  const chapterOf = readChapters();
  const all = Object.keys(readApiTable());
  return Object.entries(CHAPTERS).map(([chapter, name]) => {
    const names = all.filter((api) => chapterOf.get(api) === chapter);
    const has = names.filter((api) => own.has(api));
    return {
      name,
      served: has.filter((api) => !Object.hasOwn(DOUBLES, api)),
      doubles: has.filter((api) => Object.hasOwn(DOUBLES, api)),
      refused: names.filter((api) => !own.has(api)),
    };
  });
}

/** `APIS.md` of this package. */
export function apiPage(): string {
  const chapters = apiChapters();
  const total = (kind: 'served' | 'doubles' | 'refused') =>
    chapters.reduce((sum, chapter) => sum + chapter[kind].length, 0);
  const rows = chapters.map(
    ({ name, served, doubles, refused }) =>
      `| ${name} | ${served.length} | ${doubles.length} | ${refused.length} |`,
  );
  const details = chapters.flatMap(({ name, served, doubles, refused }) => [
    `### ${name}`,
    '',
    ...(served.length === 0 ? [] : [`Served: ${code(served)}.`, '']),
    ...(doubles.length === 0 ? [] : [...doubles.map((api) => `- \`${api}\`: ${DOUBLES[api]}`), '']),
    ...(refused.length === 0 ? [] : [`Refused by name: ${code(refused)}.`, '']),
  ]);
  return `${[
    "# WeChat's interfaces in the simulator",
    '',
    '`npm run apis -w @mini-login/simulator` writes this page from the simulator and the official typings; a test holds it to both.',
    '',
    '**Served**: it does what WeChat’s documents say. **Double**: something outside of the program is behind it, and a test says what. **Refused**: a call fails by naming itself, on the timeline and to its `fail`; what gives a value back at once throws. Any of them can be scripted by `mock` or `mockWxMethod`.',
    '',
    '| Chapter | Served | Doubles | Refused |',
    '|---|---|---|---|',
    ...rows,
    `| **All** | ${total('served')} | ${total('doubles')} | ${total('refused')} |`,
    '',
    "Refused besides: plugins (`requirePlugin`), Skyline's worklets, workers, cloud development, payment, sharing to others.",
    '',
    ...details,
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function code(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** Stands in for the program's side while the names are asked for: nothing is called then. */
function anything(): ApiTools {
  const all: unknown = new Proxy(() => all, { get: () => all, apply: () => all });
  return all as ApiTools;
}
