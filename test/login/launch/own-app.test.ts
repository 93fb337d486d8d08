import { expect, test } from '@jest/globals';
import type { Brand, Colours } from '../../../miniprogram/login/brand';
import { presentAgreement } from '../../../miniprogram/login/present/agreement';
import { plain } from '../../../scripts/prove/brands';
import { appA, appB, drive, toPhoneSheet } from '../driver';

/* One brand, several apps, of which one has nearly everything of its own. */

const colours: Colours = {
  style: '--light-primary:#123456',
  bar: {
    light: { background: '#ffffff', front: '#000000' },
    dark: { background: '#000000', front: '#ffffff' },
  },
};
const [first, second] = plain.apps;
if (second === undefined) throw new Error('The plain brand has one app');
const brand: Brand = {
  ...plain,
  apps: [
    first,
    {
      ...second,
      name: { 'zh-CN': '灯塔', en: 'Lighthouse' },
      own: {
        logo: '/brand/lighthouse.png',
        colours,
        contact: { 'zh-CN': '灯塔客服' },
        agreements: {
          from: 'brand',
          items: [
            {
              id: 'rules',
              version: '1',
              title: { 'zh-CN': '《灯塔规则》' },
              content: { text: {} },
            },
          ],
        },
        words: { 'zh-CN': { 'login.heading': '回到{app}' } },
      },
    },
  ],
};

function opened(caller: string | null) {
  const driver = drive(brand);
  driver.show({ caller });
  return driver;
}

test('an app is shown with what is its own, in all that it has', () => {
  const { screen, state } = opened(appB);
  expect(screen).toMatchObject({
    ...{ screen: 'login', title: '灯塔', heading: '回到灯塔', logo: '/brand/lighthouse.png' },
    ...{ colours: colours.style, bar: colours.bar },
  });
  expect(JSON.stringify(screen)).toContain('《灯塔规则》');
  expect(JSON.stringify(screen)).not.toContain('terms');
  expect(presentAgreement(state, 'rules')).toMatchObject({ kind: 'text', colours: colours.style });
});

test('what it says in one language only is said as always in the others', () => {
  const driver = drive(brand);
  driver.show({ caller: appB, language: 'en' });
  expect(driver.screen).toMatchObject({ title: 'Lighthouse', heading: 'Log in to Lighthouse' });
});

test.each([
  ['the other app', { caller: appA }],
  ['an app that is not named', { caller: 'wx9999999999999999' }],
  ['a person, by hand', { scene: 1047, caller: null }],
])('nothing of it is left when %s opens the program next', (_, next) => {
  const driver = opened(appB);
  driver.hide();
  driver.show(next);
  const seen = JSON.stringify([driver.screen, driver.state.visit]);
  for (const left of ['灯塔', 'lighthouse', '#123456', '灯塔规则'])
    expect(seen).not.toContain(left);
});

test('its agreements are what is agreed to, and what goes back with the result', () => {
  const driver = opened(appB);
  toPhoneSheet(driver);
  const { state } = driver;
  if (state.name !== 'asking') throw new Error(state.name);
  expect(state.consent.yes?.to.agreements.map(({ id }) => id)).toEqual(['rules']);
});
