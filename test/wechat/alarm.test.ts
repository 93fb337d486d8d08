import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { type Alarm, createAlarm } from '../../miniprogram/wechat/alarm';

let rings: number;
let alarm: Alarm;

beforeEach(() => {
  jest.useFakeTimers();
  rings = 0;
  alarm = createAlarm(() => {
    rings += 1;
  });
});
afterEach(() => {
  jest.useRealTimers();
});

test('rings once, at its time', () => {
  alarm.set(Date.now() + 10_000);
  jest.advanceTimersByTime(9_999);
  expect(rings).toBe(0);
  jest.advanceTimersByTime(20_000);
  expect(rings).toBe(1);
});

test('a time that is past rings at once, after the call', () => {
  alarm.set(Date.now() - 1);
  expect(rings).toBe(0);
  jest.advanceTimersByTime(0);
  expect(rings).toBe(1);
});

test('another time takes the place of the one before, and none stops it', () => {
  alarm.set(Date.now() + 10);
  alarm.set(Date.now() + 20);
  jest.advanceTimersByTime(15);
  expect(rings).toBe(0);
  alarm.set(null);
  jest.advanceTimersByTime(100);
  expect(rings).toBe(0);
});

test('the same time again does not put it off, but after its ring it is a new one', () => {
  const at = Date.now() + 10;
  alarm.set(at);
  jest.advanceTimersByTime(9);
  alarm.set(at);
  jest.advanceTimersByTime(1);
  expect(rings).toBe(1);
  alarm.set(at);
  jest.advanceTimersByTime(0);
  expect(rings).toBe(2);
});
