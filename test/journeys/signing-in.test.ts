import { expect } from '@jest/globals';
import { useJourneys } from '../support/journeys';
import { agree, contracts, logInAndShare } from '../support/log-in';

const journeys = useJourneys();
const { journey } = journeys;

for (const contract of contracts) {
  journey(
    `${contract}: somebody new agrees, shares the number, and the app knows who it is; the next time they agree in the sheet`,
    { person: 'new' },
    async (phone) => {
      await phone.logIn(contract);
      await phone.screen('login');
      await agree(phone);
      await phone.allow();
      const who = { phone: '+8619900001001' };
      expect(await phone.conclusion()).toMatchObject({ ok: true, who });
      expect(await phone.received()).toHaveLength(1);
      await phone.kill();

      await phone.logIn(contract);
      await phone.tap('primary');
      await phone.tap('sheet-agree');
      await phone.allow();
      expect(await phone.conclusion()).toMatchObject({ ok: true, who });
    },
  );
}

journey('somebody with an account is recognised', async (phone) => {
  for (const contract of contracts.filter((each) => each !== 'ticket')) {
    await logInAndShare(phone, contract);
    expect([contract, await phone.conclusion()]).toMatchObject([
      contract,
      { ok: true, who: { name: '陈宇' } },
    ]);
    await phone.kill();
  }
});

journey('session: one request signs in, and the app verifies what it gets', async (phone) => {
  await logInAndShare(phone, 'session');
  const { checks } = await phone.conclusion();
  expect(checks.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['state', 'signature', 'issuer', 'audience', 'access_token']),
  );
  expect(JSON.parse(await phone.answer())).toMatchObject({
    v: 1,
    status: 'ok',
    session: { access_token: expect.any(String) },
    consent: { agreements: [{ id: 'terms' }, { id: 'privacy' }] },
  });
  const { sandbox } = journeys.environment;
  expect(
    sandbox.journal.all().filter(({ path }) => path.endsWith('/signin-by-mobile')),
  ).toHaveLength(1);
});

journey('sealed: nobody on the way can read the session', async (phone) => {
  await logInAndShare(phone, 'sealed');
  expect(await phone.conclusion()).toMatchObject({ ok: true });
  const answer = await phone.answer();
  expect(JSON.parse(answer)).toMatchObject({ sealed: expect.any(String) });
  expect(answer).not.toContain('access_token');
});

journey(
  'codes: the Guard SDK gets two codes, and the program asks GenAuth for nothing',
  async (phone) => {
    await logInAndShare(phone, 'codes');
    expect(JSON.parse(await phone.answer())).toEqual({
      code: expect.any(String),
      phoneInfoCode: expect.any(String),
    });
    expect(phone.timeline().filter(({ kind }) => kind === 'http')).toEqual([]);
  },
);

journey('ticket: the app gets the text of the old documents', async (phone) => {
  await logInAndShare(phone, 'ticket');
  expect(await phone.answer()).toMatch(/^code=200&message=授权成功&ticket=[\w-]+$/);
});
