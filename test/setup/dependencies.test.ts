import { describe, expect, test } from '@jest/globals';
import { firstDifference } from '../../scripts/setup/dependencies.mjs';

const lock = {
  '': { version: '1.0.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b-darwin': { version: '2.0.0', integrity: 'sha512-b', optional: true },
};

describe('dependencies count as installed', () => {
  test('when every locked package is there, but for builds for other systems', () => {
    expect(
      firstDifference(lock, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } }),
    ).toBeNull();
  });

  test('also next to packages that the lock does not know', () => {
    const installed = {
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
      'node_modules/own': { version: '3.0.0' },
    };
    expect(firstDifference(lock, installed)).toBeNull();
  });
});

describe('the package to blame is named', () => {
  test('when it is missing', () => {
    expect(firstDifference(lock, {})).toBe('node_modules/a');
  });

  test('when it has another version', () => {
    expect(
      firstDifference(lock, { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }),
    ).toBe('node_modules/a');
  });

  test('when it is the same version from another source', () => {
    expect(
      firstDifference(lock, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } }),
    ).toBe('node_modules/a');
  });

  test('when an optional one is there in another version', () => {
    const installed = {
      'node_modules/a': lock['node_modules/a'],
      'node_modules/b-darwin': { version: '1.9.0' },
    };
    expect(firstDifference(lock, installed)).toBe('node_modules/b-darwin');
  });
});
