import { expect } from '@jest/globals';
import { useJourneys } from '../support/journeys';
import { agree, contracts, refusalIn } from '../support/log-in';

const journeys = useJourneys();
const { journey } = journeys;

for (const contract of contracts) {
  journey(
    `${contract}: refusing the agreements never asks WeChat for the phone number`,
    async (phone) => {
      await phone.logIn(contract);
      await phone.tap('primary');
      await phone.tap('sheet-cancel');
      await phone.tap('decline');
      expect(await phone.answer()).toEqual(refusalIn(contract, 'consent_refused'));
      expect(journeys.environment.sandbox.journal.all().map(({ path }) => path)).not.toContain(
        '/client/phone-number',
      );
    },
  );
}

journey('whoever refuses the number may think again', async (phone) => {
  await phone.logIn('session');
  await agree(phone);
  await phone.reject();
  await phone.tap('primary');
  await phone.allow();
  expect(await phone.conclusion()).toMatchObject({ ok: true });
});

journey('not now is an answer too', async (phone) => {
  await phone.logIn('session');
  await phone.tap('decline');
  expect(await phone.answer()).toContain('"code":"user_cancelled"');
});
