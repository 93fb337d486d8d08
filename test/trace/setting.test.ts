import { expect, test } from '@jest/globals';
import { traceSetting } from '../support/trace-setting';

test('a run takes pictures of what fails only, and of everything when it is asked to', () => {
  expect(traceSetting('')).toEqual({ pictures: 'failed', keep: 'failed' });
  expect(traceSetting('pictures')).toEqual({ pictures: 'all', keep: 'failed' });
  expect(traceSetting('all')).toEqual({ pictures: 'all', keep: 'all' });
});

test('a slip in TRACE is said, not taken for one of them', () => {
  expect(() => traceSetting('al')).toThrow('it may be "pictures" or "all"');
});
