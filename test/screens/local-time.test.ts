import { expect, test } from '@jest/globals';
import { localTime } from '../../miniprogram/login/present/failure';

const noon = Date.UTC(2025, 10, 20, 12, 0, 5);

test.each([
  [480, '2025-11-20 20:00:05 +08:00'],
  [0, '2025-11-20 12:00:05 +00:00'],
  [-210, '2025-11-20 08:30:05 -03:30'],
  [345, '2025-11-20 17:45:05 +05:45'],
  [780, '2025-11-21 01:00:05 +13:00'],
])('the failure card shows the person’s own time with its offset (%i minutes)', (east, shown) => {
  expect(localTime(noon, east)).toBe(shown);
});

test('the offset is the phone’s where none is given', () => {
  expect(localTime(noon)).toBe(localTime(noon, -new Date(noon).getTimezoneOffset()));
});
