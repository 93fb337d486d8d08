import { expect } from '@jest/globals';
import { useJourneys } from '../support/journeys';
import { agree, logInAndShare } from '../support/log-in';

const journeys = useJourneys();
const { journey } = journeys;

journey('away for 5 seconds, the login goes on where it was', async (phone) => {
  await phone.logIn('session');
  await phone.tap('consent-box');
  await phone.background();
  await phone.wait(5_000);
  await phone.foreground();
  await phone.screen('login');
  await phone.tap('primary');
  await phone.allow();
  expect(await phone.conclusion()).toMatchObject({ ok: true });
});

journey('away for half an hour, WeChat has ended it, and what opens then asks for nothing', async (phone) => {
  await phone.logIn('session');
  await phone.screen('login');
  await phone.background();
  await phone.wait(31 * 60_000);
  await phone.foreground();
  await phone.screen('login');
  expect(await phone.received()).toEqual([]);
});

journey('the app launches again while the login screen is there: one answer, to the second launch', async (phone) => {
  await phone.logIn('session');
  await phone.screen('login');
  await logInAndShare(phone, 'session');
  expect(await phone.conclusion()).toMatchObject({ ok: true });
  expect(await phone.received()).toHaveLength(1);
});

journey('the app launches again while GenAuth is asked: one answer, to the second launch', async (phone) => {
  journeys.world.sandbox.genauth.faults.enqueue({ path: '/api/v3/signin-by-mobile', fault: { kind: 'hang' } });
  await logInAndShare(phone, 'session');
  await phone.screen('working');
  await logInAndShare(phone, 'session');
  expect(await phone.conclusion()).toMatchObject({ ok: true });
  expect(await phone.received()).toHaveLength(1);
});

journey('the app launches again while a failure is shown: one answer, to the second launch', async (phone) => {
  journeys.world.sandbox.genauth.faults.enqueue({ path: '/api/v3/signin-by-mobile', fault: { kind: 'status', status: 500 } });
  await logInAndShare(phone, 'session');
  await phone.screen('failure');
  await logInAndShare(phone, 'session');
  expect(await phone.conclusion()).toMatchObject({ ok: true });
  expect(await phone.received()).toHaveLength(1);
});

journey('two logins one after the other in one process get an answer each', async (phone) => {
  await logInAndShare(phone, 'session');
  expect(await phone.conclusion()).toMatchObject({ ok: true });
  await logInAndShare(phone, 'session');
  expect(await phone.conclusion()).toMatchObject({ ok: true });
  expect(await phone.received()).toHaveLength(2);
});

journey('killed while WeChat asks for the number, nothing reaches the app; the next launch works', async (phone) => {
  await phone.logIn('session');
  await agree(phone);
  await phone.kill();
  expect(await phone.received()).toEqual([]);
  await logInAndShare(phone, 'session');
  expect(await phone.conclusion()).toMatchObject({ ok: true });
});

journey('a double tap on every button asks once', async (phone) => {
  await phone.logIn('session');
  await phone.tap('consent-box');
  const button = await (await phone.page()).$('#primary');
  await Promise.allSettled([button?.tap(), button?.tap()]);
  await phone.allow();
  expect(await phone.conclusion()).toMatchObject({ ok: true });
  const asked = journeys.world.sandbox.journal.all().filter(({ path }) => path.endsWith('/signin-by-mobile'));
  expect(asked).toHaveLength(1);
});

journey('the back gesture leaves without an answer, and coming back shows the login', async (phone) => {
  await phone.logIn('session');
  await phone.screen('login');
  await phone.back();
  expect(await phone.received()).toEqual([]);
  await phone.foreground();
  await phone.screen('login');
});

journey('an agreement is read and left again, and the box is still not ticked', { needs: ['caller', 'life'] }, async (phone) => {
  await phone.logIn('session');
  await phone.tap('agreement-terms');
  await phone.onPage('pages/agreement/agreement');
  await phone.back();
  await phone.onPage('pages/login/login');
  const box = await (await phone.page()).$('#consent-box');
  expect(await box?.attribute('aria-checked')).toBe('false');
});
