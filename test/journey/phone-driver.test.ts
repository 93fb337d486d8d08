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

async function changesOf(events: readonly TimelineEvent[]): Promise<string[]> {
  const driver = drivePhone(phoneWith(events));
  const changes: string[] = [];
  for (;;) {
    const change = await driver.next().catch(() => null);
    if (!change) return changes;
    changes.push(change.kind === 'screen' ? change.screen : change.kind);
  }
}

const screen = (name: string): TimelineEvent => ({ kind: 'screen', page: 'p', screen: name });
const uncovered: TimelineEvent = { kind: 'phone', what: 'uncovered' };

test('the screen that comes back from under a sheet of WeChat is nothing new, another one is', async () => {
  const sheet: TimelineEvent = { kind: 'sheet', sheet: 'phone-number', answer: 'allow' };
  expect(
    await changesOf([screen('login'), sheet, uncovered, screen('login'), screen('working')]),
  ).toEqual(['login', 'sheet', 'working']);
  expect(await changesOf([screen('login'), uncovered, screen('working')])).toEqual([
    'login',
    'working',
  ]);
});

test('the same screen without a sheet in between is seen again', async () => {
  expect(await changesOf([screen('login'), screen('login')])).toEqual(['login', 'login']);
});
