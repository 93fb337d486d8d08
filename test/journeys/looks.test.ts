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
journey('the app says the language, and the whole login speaks it', async (phone) => {
  for (const [lang, word] of languages) {
    await phone.logIn('session', { lang });
    await phone.screen('login');
    expect([lang, await phone.text('primary')]).toEqual([lang, expect.stringContaining(word)]);
    await agree(phone);
    await phone.allow();
    expect([lang, await phone.conclusion()]).toMatchObject([lang, { ok: true }]);
    await phone.kill();
  }
});

journey('the page has the colours of the phone', async (phone) => {
  for (const theme of ['light', 'dark'] as const) {
    await phone.setDevice({ theme });
    await phone.logIn('session');
    await phone.screen('login');
    const heading = await (await phone.page()).$('.heading');
    const [red = 0] = (String(await heading?.style('color')).match(/\d+/g) ?? []).map(Number);
    expect([theme, red > 128]).toEqual([theme, theme === 'dark']);
    await phone.kill();
  }
});
