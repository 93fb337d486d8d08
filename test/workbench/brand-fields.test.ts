import { expect, test } from '@jest/globals';
import { jsonSchema } from '../../scripts/brand/pack/json-schema';
import {
  emptyOf,
  fieldOf,
  messagesAt,
  moved,
} from '../../scripts/workbench/browser/brand-editor/schema';

const { properties } = JSON.parse(jsonSchema('en'));

test.each([
  ['appName', { en: 'Harbor' }, 'texts'],
  ['contact', null, 'json'],
  ['contact', { en: 'a' }, 'texts'],
  ['clipboard', true, 'yes-no'],
  ['phone', 'required', 'one-of'],
  ['languages', ['en'], 'some-of'],
  ['apps', [], 'list'],
  ['look', {}, 'group'],
  ['agreements', { from: 'brand' }, 'group'],
  ['scopes', [], 'list'],
])('%s as %j is edited as %s', (name, value, kind) => {
  expect(fieldOf(properties[name], value).kind).toBe(kind);
});

test('a new row has all that must be there, and a moved one stands where it was led', () => {
  const items = (name: string) => {
    const field = fieldOf(properties[name], []);
    return field.kind === 'list' ? field.items : {};
  };
  expect(emptyOf(items('scopes'))).toBe('');
  expect(Object.keys(Object(emptyOf(items('apps')))).sort()).toEqual(
    [...(items('apps').required ?? [])].sort(),
  );
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
});

test('the form of an agreement is that of where it comes from; a colour is chosen as one', () => {
  const own = fieldOf(properties.agreements, { from: 'genauth' });
  expect(own).toMatchObject({ properties: { consoleHost: {} } });
  expect(fieldOf(properties.look.properties.light.properties.link, '#000000').kind).toBe('colour');
});

test('a message stands at the field that it begins with, and nowhere else', () => {
  const lines = ['brands/a/brand.json: look.light.link: too pale', 'look.light: missing'];
  expect(messagesAt(lines, ['look', 'light', 'link'])).toEqual(['too pale']);
  expect(messagesAt(lines, ['look', 'light'])).toEqual(['missing']);
});
