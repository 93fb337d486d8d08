import { beforeAll, describe, expect, test } from '@jest/globals';

/** A list in a document that the code has too. */
export interface DocumentedList {
  /** Of what. */
  readonly title: string;
  readonly page: string;
  readonly text: string;
  /** Where the list is, each name as often as it stands there. */
  find(text: string): readonly ListPlace[];
  /** What the code has. */
  readonly actual: readonly string[] | (() => Promise<readonly string[]>);
  /** Names that may stand in more than one row, with the reason. */
  readonly repeated?: Readonly<Record<string, string>>;
}

export interface ListPlace {
  readonly name: string;
  /** Where the written name begins in the text, and how long it is. */
  readonly at: number;
  readonly length: number;
}

export interface Differences {
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly twice: readonly string[];
}

function differences(
  { find, repeated = {} }: DocumentedList,
  actual: readonly string[],
  text: string,
): Differences {
  const names = find(text).map(({ name }) => name);
  return {
    missing: actual.filter((name) => !names.includes(name)),
    unknown: names.filter((name) => !actual.includes(name)),
    twice: names.filter((name, i) => names.indexOf(name) !== i && !Object.hasOwn(repeated, name)),
  };
}

const none: Differences = { missing: [], unknown: [], twice: [] };

/** Holds each list to the code both ways, and holds the comparison to a page that was changed. */
export function holdLists(lists: readonly DocumentedList[]): void {
  describe.each(lists)('$page: $title', (list) => {
    const { text, repeated = {} } = list;
    let actual: readonly string[];
    beforeAll(async () => {
      actual = typeof list.actual === 'function' ? await list.actual() : list.actual;
    });

    test('names all that the code has, each once, and nothing else', () => {
      expect(differences(list, actual, text)).toEqual(none);
    });

    test('a name that is gone, new or written twice is noticed, whichever it is', () => {
      const places = list.find(text);
      expect(places.length).toBeGreaterThan(1);
      const unknown: string[] = [];
      for (const { name, at, length } of places) {
        const renamed = `${text.slice(0, at + length)}zzz${text.slice(at + length)}`;
        const found = differences(list, actual, renamed);
        unknown.push(...found.unknown);
        if (Object.hasOwn(repeated, name)) continue;
        expect(found.missing).toContain(name);
        const from = text.lastIndexOf('\n', at) + 1;
        const to = text.indexOf('\n', at) + 1;
        const copied = text.slice(0, to) + text.slice(from, to) + text.slice(to);
        expect(differences(list, actual, copied).twice).toContain(name);
      }
      expect(unknown).not.toEqual([]);
    });
  });
}

/**
 * In the first column, or another, of the tables whose head row fits: what `name` finds there, its
 * first group.
 */
export function inTable(
  head: RegExp,
  name: RegExp = /`([^`]+)`/g,
  column = 1,
): (text: string) => readonly ListPlace[] {
  return (text) => {
    let isInside = false;
    let at = 0;
    return text.split('\n').flatMap((line) => {
      const start = at;
      at += line.length + 1;
      if (!line.startsWith('|')) {
        isInside = false;
        return [];
      }
      if (head.test(line)) {
        isInside = true;
        return [];
      }
      // A `|` inside of code or after a backslash ends no cell.
      const cells = line.match(/(?:`[^`]*`|\\\||[^|`])+/g) ?? [];
      const cell = cells.at(column > 0 ? column - 1 : column) ?? '';
      return isInside ? placesIn(cell, start + line.indexOf(cell), name) : [];
    });
  };
}

/** All that `name` finds in a text that begins at `offset`; its first group. */
export function placesIn(text: string, offset: number, name: RegExp): readonly ListPlace[] {
  return [...text.matchAll(name)].map((match) => {
    const found = match[1] ?? match[0];
    return {
      name: found,
      at: offset + match.index + match[0].lastIndexOf(found),
      length: found.length,
    };
  });
}

/** From a heading to the next that is as high; other text is not looked at. */
export function inSection(
  heading: string,
  find: (text: string) => readonly ListPlace[],
): (text: string) => readonly ListPlace[] {
  return (text) => {
    const from = text.indexOf(`\n${heading}\n`) + 1;
    if (from === 0) return [];
    const level = /^#+/.exec(heading)?.[0] ?? '#';
    const rest = text.slice(from + heading.length);
    const end = rest.search(new RegExp(`^#{1,${level.length}} `, 'm'));
    const section = end < 0 ? rest : rest.slice(0, end);
    return find(section).map((place) => ({ ...place, at: place.at + from + heading.length }));
  };
}
