import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Brand } from '../../../miniprogram/login/brand';
import type { DirectoryConfig } from '../../../miniprogram/login/directory';
import type { RequestPurpose } from '../../../miniprogram/login/event';
import { failures } from '../../../miniprogram/login/failure';
import { directoryReader } from '../../../miniprogram/login/hosted/reader';
import { createDirectory } from '../../../miniprogram/login/hosted/table';
import { langs } from '../../../miniprogram/login/lang';
import { translationIn } from '../../../miniprogram/login/words/translations';
import { fromGenauth } from '../../../scripts/prove/brands';
import { hosted } from '../../../scripts/prove/hosted';
import { key } from '../../../scripts/prove/launches';
import { contract1, type Driver, drive, toPhoneSheet } from '../driver';

const doc = (page: string) =>
  readFileSync(join(import.meta.dirname, '../../../docs', page), 'utf8');

test('docs/host-app.md has each code of a failure once, and no other', () => {
  const [, section = ''] = doc('host-app.md').split('## When it did not work');
  const [table = ''] = section.split('\n### ');
  const codes = [...table.matchAll(/^\| ((?:`[a-z_]+`(?:, )?)+) \|/gm)]
    .flatMap(([, cell = '']) => cell.split(', ').map((code) => code.replace(/`/g, '')))
    .filter((code) => !['code', 'session', 'codes', 'ticket'].includes(code));
  expect(codes.sort()).toEqual(Object.keys(failures).sort());
});

describe('wx.login fails', () => {
  test.each(['zh-CN', 'en'] as const)(
    'it is WeChat’s, and not the login service’s (%s)',
    (lang) => {
      const login = drive();
      login.show({ query: { v: '1', state: 's'.repeat(22), lang } });
      login.send({
        type: 'loginCodeFailed',
        attempt: login.state.visit.attempt,
        failure: { code: 'wechat_failed', message: 'wx.login failed', detail: 'login:fail' },
      });
      expect(login.screen).toMatchObject({
        screen: 'failure',
        whose: expect.stringMatching(lang === 'en' ? /WeChat’s side/ : /微信这边/),
        retry: { label: expect.any(String) },
        support: {
          lines: expect.arrayContaining([expect.objectContaining({ value: 'login:fail' })]),
        },
      });
    },
  );
});

test('each language reads its own place', () => {
  const translations = ['简体', '繁體', 'English', '日本語'] as const;
  expect(langs.map((lang) => [lang, translationIn(lang, translations)])).toEqual([
    ['zh-CN', '简体'],
    ['zh-TW', '繁體'],
    ['en', 'English'],
    ['ja', '日本語'],
  ]);
});

interface Wait {
  readonly name: string;
  readonly reach: () => Driver;
  /** Who does not answer, as the developer of the app reads it. */
  readonly who: string;
  /** Where a request is on its way: what for, and to which host. */
  readonly request?: { readonly purpose: RequestPurpose; readonly host: string };
}

const shown = (login: Driver, query: object = contract1): Driver => {
  login.show({ query });
  login.load();
  return login;
};
const withPhone = (login: Driver): Driver => {
  toPhoneSheet(login);
  login.phone();
  return login;
};
const provider: Brand = { ...hosted, businessDomains: [] };
const config: DirectoryConfig = {
  ...{ program: 'wxaaaaaaaaaaaaaaaa', consoleHost: null, endpoint: 'https://directory.example' },
  ...{ hosts: [], logoHosts: [], unregistered: 'refuse', unregisteredWords: {} },
};

const waits: readonly Wait[] = [
  {
    name: 'the directory of a hosted program',
    reach: () =>
      shown(
        drive(
          provider,
          createDirectory(config, () => directoryReader),
        ),
      ),
    who: 'The directory',
    request: { purpose: 'directory', host: 'directory.example' },
  },
  {
    name: 'the agreements',
    reach: () => shown(drive(fromGenauth)),
    who: "GenAuth's public configuration",
    request: { purpose: 'agreements', host: 'console.example' },
  },
  { name: 'the login code', reach: () => shown(drive()), who: 'WeChat' },
  {
    name: 'a renewed login code',
    reach() {
      const login = shown(drive());
      toPhoneSheet(login);
      login.pass(245_000);
      login.phone();
      return login;
    },
    who: 'WeChat',
  },
  {
    name: 'GenAuth',
    reach: () => withPhone(shown(drive())),
    who: 'GenAuth',
    request: { purpose: 'signIn', host: 'genauth.example' },
  },
  {
    name: 'the sealing',
    reach() {
      const login = withPhone(shown(drive(), { ...contract1, key }));
      login.signedIn();
      return login;
    },
    who: 'The sealing',
  },
];

/** What a contract 1 app gets when the person goes back from the failure screen. */
function toldToApp(login: Driver): unknown {
  expect(login.screen.screen).toBe('failure');
  login.tap('backToAppTapped');
  return sentToApp(login);
}

function sentToApp(login: Driver): unknown {
  const sent = login.asked('goBack').flatMap((one) => (one.type === 'goBack' ? [one] : []));
  expect(sent).toHaveLength(1);
  return JSON.parse(String(sent[0]?.extraData));
}

const refusal = (error: object) => ({ v: 1, state: contract1.state, status: 'error', error });

describe('nobody answers', () => {
  test.each(waits)('$name: the app is told who', ({ reach, who }) => {
    const login = reach();
    login.pass(11_999);
    login.ring();
    expect(login.screen.screen).not.toBe('failure');
    login.pass(1);
    login.ring();
    expect(toldToApp(login)).toEqual(
      refusal({ code: 'timeout', message: `${who} did not answer in time` }),
    );
  });

  test.each(waits)('$name: who cancels meanwhile has cancelled', ({ reach }) => {
    const login = reach();
    const isWorking = login.screen.screen === 'working';
    login.tap('declined');
    expect(sentToApp(login)).toEqual(
      refusal({
        code: 'user_cancelled',
        message: isWorking
          ? 'The person cancelled while the login was under way'
          : 'The person chose not to log in',
      }),
    );
  });

  test('the ticket endpoint: in the words of its contract', () => {
    const login = withPhone(shown(drive(), { ...contract1, return: 'ticket' }));
    login.pass(12_000);
    login.ring();
    login.tap('backToAppTapped');
    expect(login.asked('goBack')).toMatchObject([
      { extraData: 'code=400&message=timeout: The ticket endpoint did not answer in time' },
    ]);
  });
});

const requests = waits.flatMap(({ name, reach, who, request }) =>
  request ? [{ name, reach, who, ...request }] : [],
);
const troubles = (who: string, host: string) =>
  [
    ['network', { code: 'network', message: `${who} could not be reached` }],
    ['timeout', { code: 'timeout', message: `${who} did not answer in time` }],
    [
      'domain',
      {
        code: 'domain_not_allowed',
        message: `${host} is not declared as a request domain of this program`,
      },
    ],
    [
      'redirects',
      {
        code: 'unsupported_client',
        message: 'WeChat on a computer follows redirects: nothing was sent',
      },
    ],
    ['wechat', { code: 'wechat_failed', message: `WeChat made no request to ${who}` }],
  ] as const;

describe.each(requests)('the request to $name fails', ({ reach, purpose, who, host }) => {
  test.each(troubles(who, host))('%s: the app is told', (reason, error) => {
    const login = reach();
    const { attempt } = login.state.visit;
    login.send({ type: 'requestFailed', attempt, purpose, reason });
    expect(toldToApp(login)).toEqual(refusal(error));
  });

  test('what was asked for another purpose, or by another try, ends nothing', () => {
    const login = reach();
    const { attempt } = login.state.visit;
    const others = (['directory', 'agreements', 'signIn', 'ticket'] as const).filter(
      (one) => one !== purpose,
    );
    for (const other of others) {
      login.send({ type: 'requestFailed', attempt, purpose: other, reason: 'network' });
      login.send({
        type: 'responded',
        attempt,
        purpose: other,
        response: { status: 500, body: { statusCode: 500 } },
      });
    }
    login.send({ type: 'requestFailed', attempt: attempt - 1, purpose, reason: 'network' });
    expect(login.screen.screen).toBe('working');
  });
});

// docs/wechat.md#redirects-are-followed-on-computers: an update would change nothing there.
test.each([
  ['zh-CN', /更新微信.*手机/, /版本过低/],
  ['zh-TW', /更新微信.*手機/, /版本過舊/],
  ['en', /Update WeChat.* phone/, /needed|too old/],
  ['ja', /更新.*スマートフォン/, /バージョン/],
] as const)('on a computer nobody is told that an update is enough (%s)', (lang, says, never) => {
  const login = withPhone(shown(drive(), { ...contract1, lang }));
  const { attempt } = login.state.visit;
  login.send({ type: 'requestFailed', attempt, purpose: 'signIn', reason: 'redirects' });
  const { screen } = login;
  if (screen.screen !== 'failure') throw new Error(screen.screen);
  expect(screen.heading).not.toMatch(never);
  expect(screen.advice).toMatch(says);
});

describe('the request to the ticket endpoint fails', () => {
  const minting = () => withPhone(shown(drive(), { ...contract1, return: 'ticket' }));

  test.each(troubles('The ticket endpoint', 'tickets.example'))('%s', (reason, error) => {
    const login = minting();
    const { attempt } = login.state.visit;
    login.send({ type: 'requestFailed', attempt, purpose: 'ticket', reason });
    login.tap('backToAppTapped');
    expect(login.asked('goBack')).toMatchObject([
      { extraData: `code=400&message=${error.code}: ${error.message}` },
    ]);
  });

  test('what was asked for another purpose ends nothing', () => {
    const login = minting();
    const { attempt } = login.state.visit;
    login.send({ type: 'requestFailed', attempt, purpose: 'signIn', reason: 'network' });
    login.signedIn();
    expect(login.state.name).toBe('minting');
  });
});
