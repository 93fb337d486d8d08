import { expect } from '@jest/globals';
import { FOREIGN_APP_ID } from '@mini-login/simulator';
import { useJourneys } from '../support/journeys';

const { journey } = useJourneys();
const state = 'c3RhdGUtb2YtYS1sYXVuY2g';

journey(
  'opened by hand, it says what it is for and offers no login',
  { needs: [] },
  async (phone) => {
    await phone.open('pages/login/login');
    await phone.screen('about');
    expect(await phone.shows('primary')).toBe(false);
  },
);

const callers = [
  ['an app that the brand does not name', FOREIGN_APP_ID],
  ['an app that WeChat does not name', null],
] as const;
/** How each contract is asked for, and what its refusal is. */
const launches = [
  ['session', `pages/login/login?v=1&state=${state}`, /"code":"app_not_allowed"/],
  ['codes', `pages/login/login?v=1&return=codes&state=${state}`, /^$/],
  [
    'ticket',
    '/routes/explore?userPoolId=65f0ba5eba11ba5eba11ba5e&fromApp=1',
    /^code=400&message=app_not_allowed: /,
  ],
] as const;
for (const [who, appId] of callers) {
  journey(
    `${who} gets a refusal, whatever it asks for, and nobody is asked for anything`,
    async (phone) => {
      for (const [index, [, path, refusal]] of launches.entries()) {
        await phone.launch({ path, appId });
        expect((await phone.answers(index + 1)).at(-1)).toMatch(refusal);
      }
      const asked = phone.timeline().filter(({ kind }) => kind === 'sheet' || kind === 'http');
      expect(asked).toEqual([]);
    },
  );
}

const mistakes = [
  ['no version', `return=session&state=${state}`, 'v'],
  ['another version', `v=2&state=${state}`, 'v'],
  ['no state', 'v=1', 'state'],
  ['a state that WeChat cut', 'v=1&state=', 'state'],
  ['an application id that is none', `v=1&state=${state}&app=harbor`, 'app'],
  ['an unknown contract', `v=1&state=${state}&return=cookie`, 'return'],
  ['a key that is no key', `v=1&state=${state}&key=abc`, 'key'],
] as const;
for (const [what, query, parameter] of mistakes) {
  journey(`a launch with ${what} is answered with the parameter's name`, async (phone) => {
    await phone.launch({ path: `pages/login/login?${query}` });
    expect(JSON.parse(await phone.answer())).toMatchObject({
      status: 'error',
      error: {
        code: 'launch_invalid',
        message: expect.stringMatching(new RegExp(`\\b${parameter}\\b`)),
      },
    });
  });
}

journey('the older launch is refused in its own words', async (phone) => {
  await phone.launch({ path: '/routes/explore?userPoolId=nonsense&fromApp=1' });
  expect(await phone.answer()).toMatch(/^code=400&message=launch_invalid: .*userPoolId/);
});
