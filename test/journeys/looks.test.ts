import { expect } from '@jest/globals';
import { useJourneys } from '../support/journeys';
import { agree } from '../support/log-in';

const { journey } = useJourneys();

const languages = [
  ['zh-CN', '登录'],
  ['zh-TW', '登入'],
  ['en', 'Log in'],
  ['ja', 'ログイン'],
] as const;
for (const [lang, word] of languages) {
  journey(`${lang}: the app says the language, and the whole login speaks it`, async (phone) => {
    await phone.logIn('session', { lang });
    await phone.screen('login');
    expect(await phone.text('primary')).toContain(word);
    await agree(phone);
    await phone.allow();
    expect(await phone.conclusion()).toMatchObject({ ok: true });
  });
}

for (const theme of ['light', 'dark'] as const) {
  journey(
    `${theme}: the page has the colours of the phone`,
    { device: { theme } },
    async (phone) => {
      await phone.logIn('session');
      await phone.screen('login');
      const heading = await (await phone.page()).$('.heading');
      const [red = 0] = (String(await heading?.style('color')).match(/\d+/g) ?? []).map(Number);
      expect(red > 128).toBe(theme === 'dark');
    },
  );
}
