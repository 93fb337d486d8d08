import { expect, test } from '@jest/globals';
import type { Phone, TimelineEntry, TimelineEvent } from '@mini-login/simulator';
import { drivePhone } from '../../scripts/journey/phone-driver';

/** A phone on which all this has happened; a hand asks it for nothing else. */
function phoneWith(events: readonly TimelineEvent[]): Phone {
  const entries: TimelineEntry[] = events.map((event, index) => ({
    id: index + 1,
    at: index,
    ...event,
  }));
  const phone: Pick<Phone, 'timeline' | 'waitForEntry'> = {
    timeline: () => entries,
    async waitForEntry(matches) {
      const found = entries.find(matches);
      if (!found) throw new Error('nothing more');
      return found;
    },
  };
  return phone as Phone;
}

async function sightsOf(events: readonly TimelineEvent[]): Promise<string[]> {
  const driver = drivePhone(phoneWith(events));
  const sights: string[] = [];
  for (;;) {
    const sight = await driver.next().catch(() => null);
    if (!sight) return sights;
    sights.push(sight.kind === 'screen' ? sight.screen : sight.kind);
  }
}

const screen = (name: string): TimelineEvent => ({ kind: 'screen', page: 'p', screen: name });
const uncovered: TimelineEvent = { kind: 'phone', what: 'uncovered' };

test('the screen that comes back from under a sheet of WeChat is nothing new, another one is', async () => {
  const sheet: TimelineEvent = { kind: 'sheet', sheet: 'phone-number', answer: 'allow' };
  expect(
    await sightsOf([screen('login'), sheet, uncovered, screen('login'), screen('working')]),
  ).toEqual(['login', 'sheet', 'working']);
  expect(await sightsOf([screen('login'), uncovered, screen('working')])).toEqual([
    'login',
    'working',
  ]);
});

test('the same screen without a sheet in between is seen again', async () => {
  expect(await sightsOf([screen('login'), screen('login')])).toEqual(['login', 'login']);
});
