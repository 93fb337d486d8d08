import { expect, test } from '@jest/globals';
import FakeTimers from '@sinonjs/fake-timers';
import { createClock, type RealTime } from '../../../../scripts/simulator/browser/phone/clock';

const start = 1_000_000;

/** Real time that the test moves by hand. */
function manualTime(): RealTime & { pass(ms: number): void } {
  let now = start;
  let follow: () => void = () => undefined;
  return {
    now: () => now,
    every: (_, run) => {
      follow = run;
    },
    settle: () => Promise.resolve(),
    pass(ms) {
      now += ms;
      follow();
    },
  };
}

/** A program's frame, as far as its clock goes. */
function frame() {
  const globals = { Date, setTimeout, clearTimeout, setInterval, clearInterval };
  const clock = FakeTimers.withGlobal(globals).install({
    now: start,
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
  return { clock, globals };
}

test('the clock follows real time', () => {
  const real = manualTime();
  const clock = createClock(real);
  real.pass(1_234);
  expect(clock.now()).toBe(start + 1_234);
});

test('a clock that was stopped moves when it is advanced alone, and follows real time from its start', async () => {
  const real = manualTime();
  const clock = createClock(real);
  real.pass(5);
  clock.stop();
  real.pass(1_000);
  expect(clock.now() - start).toBe(5);
  await clock.advance(20);
  real.pass(1_000);
  expect(clock.now() - start).toBe(25);
  clock.start();
  real.pass(3);
  expect(clock.now() - start).toBe(28);
});

test('what happens in a long task has its time, though the clock follows only afterwards', () => {
  const real = manualTime();
  const clock = createClock({ ...real, every: () => undefined });
  const { clock: frameClock } = frame();
  clock.attach(frameClock);
  real.pass(700);
  expect([clock.now() - start, clock.lag(), frameClock.now - start]).toEqual([700, 700, 0]);
});

test('timers of the phone and of the program fire in the order in which they are due', async () => {
  const clock = createClock(manualTime());
  const { clock: frameClock, globals } = frame();
  clock.attach(frameClock);
  const fired: string[] = [];
  globals.setTimeout(() => fired.push('program 30'), 30);
  clock.after(20, () => fired.push('phone 20'));
  globals.setTimeout(() => {
    fired.push(`program 10 at ${new globals.Date().getTime() - start}`);
    clock.after(5, () => fired.push('phone 15'));
    globals.setTimeout(() => fired.push('program 25'), 15);
  }, 10);
  await clock.advance(100);
  expect(fired).toEqual(['program 10 at 10', 'phone 15', 'phone 20', 'program 25', 'program 30']);
  expect(clock.now()).toBe(start + 100);
});

test('what promises start in the middle of an advance is due in time', async () => {
  const clock = createClock(manualTime());
  const fired: number[] = [];
  clock.after(
    10,
    () => void Promise.resolve().then(() => clock.after(10, () => fired.push(clock.now() - start))),
  );
  await clock.advance(50);
  expect(fired).toEqual([20]);
});

test('a cancelled timer does not fire', async () => {
  const clock = createClock(manualTime());
  const fired: string[] = [];
  const cancel = clock.after(10, () => fired.push('x'));
  cancel();
  await clock.advance(20);
  expect(fired).toEqual([]);
});

test('a held program stands still; released, it is on time and each overdue timer fires once', async () => {
  const clock = createClock(manualTime());
  const { clock: frameClock, globals } = frame();
  clock.attach(frameClock);
  let ticks = 0;
  globals.setInterval(() => {
    ticks += 1;
  }, 10);
  await clock.advance(25);
  clock.hold();
  await clock.advance(1_000);
  expect(ticks).toBe(2);
  clock.release();
  expect(ticks).toBe(3);
  expect(new globals.Date().getTime()).toBe(clock.now());
});

test('real time that passes while the clock is moved ahead does not count', async () => {
  const real = manualTime();
  const clock = createClock({ ...real, settle: async () => real.pass(500) });
  await clock.advance(100);
  real.pass(0);
  expect(clock.now()).toBe(start + 100);
});
