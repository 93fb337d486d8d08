import { describe, expect, test } from '@jest/globals';
import { expectGolden } from './golden';

describe('holding a message to a golden one', () => {
  const template = {
    code: 200,
    data: { token: '{{jwt}}', at: '{{iso-date}}', '{{more}}': true },
    list: [{ id: '{{number}}' }],
  };
  const good = {
    code: 200,
    data: { token: 'a.b.c', at: '2026-01-15T08:00:00.000Z', other: 1 },
    list: [{ id: 1 }],
  };

  test('accepts it', () => expectGolden(good, template));

  test.each<[string, unknown]>([
    ['another value', { ...good, code: 201 }],
    ['another kind', { ...good, list: [{ id: '1' }] }],
    ['a missing key', { ...good, data: { token: 'a.b.c' } }],
    ['a key too much', { ...good, message: 'OK' }],
    ['an entry too much', { ...good, list: [{ id: 1 }, { id: 2 }] }],
    ['no object', 'text'],
  ])('refuses %s', (_name, message) => {
    expect(() => expectGolden(message, template)).toThrow();
  });

  test('an entry that stands for one or more', () => {
    const each = { keys: ['{{each}}', { kid: '{{string}}', '{{more}}': true }] };
    expectGolden({ keys: [{ kid: 'a', n: 1 }, { kid: 'b' }] }, each);
    expect(() => expectGolden({ keys: [] }, each)).toThrow();
    expect(() => expectGolden({ keys: [{ kid: 'a' }, { n: 1 }] }, each)).toThrow();
  });

  test('knows every kind that it is asked for', () => {
    expect(() => expectGolden('x', '{{colour}}')).toThrow('no kind is called {{colour}}');
  });
});
