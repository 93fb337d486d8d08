import { expect } from '@jest/globals';
import { useJourneys } from '../support/journeys';

const { journey } = useJourneys();

journey('a test that looks for what is not there reads where it stands', async (phone) => {
  await phone.logIn('session');
  await phone.screen('login');
  await expect(phone.tap('no-such-id', { timeout: 200 })).rejects.toThrow(
    /'#no-such-id'.*there is no such element\n {2}page {6}pages\/login\/login\n {2}ids {7}.*\bconsent-box\b.*\n {2}texts/,
  );
});
