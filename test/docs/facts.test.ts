import { describe, expect, test } from '@jest/globals';
import { parseFacts, readFacts } from '../../scripts/probe/facts';
import { textFiles } from './markdown';

describe.each([
  ['wechat', 'W', 60],
  ['genauth', 'G', 20],
] as const)('docs/%s.md', (page, letter, atLeast) => {
  const facts = readFacts(page);
  const text = new Map(textFiles()).get(`docs/${page}.md`) ?? '';

  test('numbers its facts, each once', () => {
    expect(facts.length).toBeGreaterThan(atLeast);
    expect(facts.every(({ number }) => number.startsWith(letter))).toBe(true);
    expect(new Set(facts.map(({ number }) => number)).size).toBe(facts.length);
    expect(new Set(facts.map(({ anchor }) => anchor)).size).toBe(facts.length);
  });

  test('gives a page that a stranger can open for everything it calls documented', () => {
    const without = facts.filter(
      ({ certainty, sources }) => certainty === 'documented' && !/\[[^\]]+\]/.test(sources),
    );
    expect(without.map(({ number }) => number)).toEqual([]);
  });

  test('defines every source that it names, and names every source that it defines', () => {
    const defined = new Set(
      [...text.matchAll(/^\[([\w-]+)\]: https:\/\//gm)].map(([, name]) => name),
    );
    const named = new Set([...text.matchAll(/\]\[([\w-]+)\]/g)].map(([, name]) => name));
    expect([...named].filter((name) => !defined.has(name))).toEqual([]);
    expect([...defined].filter((name) => !named.has(name))).toEqual([]);
  });

  test('speaks of facts by numbers that exist', () => {
    const numbers = new Set(facts.map(({ number }) => number));
    const spokenOf = [...text.matchAll(new RegExp(`\\b${letter}\\d+\\b`, 'g'))].map(
      ([number]) => number,
    );
    expect(spokenOf.filter((number) => !numbers.has(number))).toEqual([]);
  });
});

test('a fact without number, certainty or source is refused by its title', () => {
  expect(() => parseFacts('### Bare\nSomething.')).toThrow('"### Bare"');
  expect(() => parseFacts('### Vague\nW1 · probably · nobody')).toThrow('"### Vague"');
});
