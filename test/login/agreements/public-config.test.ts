import { describe, expect, test } from '@jest/globals';
import { directoryReader } from '../../../miniprogram/login/hosted/reader';
import { ownBrand } from '../../../miniprogram/login/launch/effective';
import { hosted } from '../../../scripts/prove/hosted';
import { appA } from '../driver';
import {
  answer,
  application,
  brand,
  config,
  connection,
  program,
  userPoolId,
} from './public-configs';

/* What a hosted program believes of GenAuth's answer. */

const provider = ownBrand(brand);
const read = (body: unknown, status = 200) =>
  directoryReader.readPublicConfig(
    { status, body },
    { caller: appA, app: application, connection: 'acme-wechat' },
    'zh-CN',
    provider,
    config,
  );
const withField = (change: object) => read({ code: 200, data: { ...answer, ...change } });

describe('GenAuth\u2019s public configuration', () => {
  const providers = hosted.agreements.from === 'brand' ? hosted.agreements.items : [];
  const named = Object.fromEntries(brand.languages.map((lang) => [lang, 'Acme']));
  const acme = {
    ...provider,
    appName: named,
    operator: named,
    contact: null,
    app: application,
    connection: 'acme-wechat',
    genauth: { ...provider.genauth, userPoolId },
  };

  test('makes the provider\u2019s program this app\u2019s', () => {
    expect(withField({ logo: 'https://cdn.example/a.png' })).toEqual({
      notes: [],
      brand: {
        ...acme,
        logo: 'https://cdn.example/a.png',
        agreements: {
          from: 'brand',
          items: [
            {
              id: '1',
              version: expect.stringMatching(/^[0-9a-f]{8}$/),
              optional: false,
              parts: [{ id: '1', text: 'Terms', url: 'https://t.example/1' }],
            },
            ...providers,
          ],
        },
      },
    });
    expect(withField({ logo: 'https://elsewhere.example/a.png' })).toMatchObject({
      brand: { logo: provider.logo },
    });
  });

  test.each<[string, readonly unknown[]]>([
    ['names this program', [connection(appA, program)]],
    ['names no program', [connection(appA)]],
    ['names none that is a text', [connection(appA, 7)]],
    ['is one of several', [connection(appA, 'wx1'), connection(appA, program)]],
    ['stands behind that of another app', [connection('wx1', 'wx1'), connection(appA, program)]],
  ])('counts where a connection of the app %s', (_, ecConnections) => {
    expect(withField({ ecConnections })).toMatchObject({ brand: { app: application } });
  });

  const notOurs = 'The application that the launch names is not this app’s';
  test.each<[string, string, object]>([
    ['app_not_registered', notOurs, { ecConnections: [] }],
    ['app_not_registered', notOurs, { ecConnections: undefined }],
    ['app_not_registered', notOurs, { ecConnections: { 0: connection(appA, program) } }],
    ['app_not_registered', notOurs, { ecConnections: [connection('wx1', program)] }],
    ['app_not_registered', notOurs, { ecConnections: [connection(appA, program, 'wechat:pc')] }],
    ['app_not_registered', notOurs, { ecConnections: [null, 'x', connection([appA], program)] }],
    [
      'program_mismatch',
      "The app's entry names another mini program than this one",
      { ecConnections: [connection(appA, 'wx1'), connection(appA, 'wx2')] },
    ],
    [
      'directory_invalid',
      "The directory's entry is of another application",
      { id: 'b'.repeat(24) },
    ],
    ['directory_invalid', "The directory's entry has a name that cannot be shown", { name: '<b>' }],
    ['directory_unavailable', "The directory's answer is too large", { more: 'x'.repeat(65_536) }],
  ])('%s: %s', (code, message, change) => {
    expect(withField(change)).toEqual({ failure: { code, message } });
  });

  test('without agreements is a failure of this app, under its name', () => {
    expect(withField({ agreements: [] })).toEqual({
      failure: {
        code: 'agreements_missing',
        message: "GenAuth's public configuration has no agreement that this login needs",
      },
      brand: { ...acme, agreements: { from: 'brand', items: [] } },
    });
  });

  test.each<[string, object, string, string]>([
    ['404', { code: 404 }, 'app_not_registered', 'GenAuth knows no such application'],
    [
      '2004',
      { code: 400, apiCode: 2004 },
      'app_not_registered',
      'GenAuth knows no such application',
    ],
    ['429', { code: 429 }, 'rate_limited', 'GenAuth refused with statusCode 429'],
    [
      '500',
      { code: 500 },
      'directory_unavailable',
      "The directory's answer cannot be read: GenAuth refused with statusCode 500",
    ],
  ])('that is refused with %s', (_, body, code, message) => {
    expect(read(body)).toEqual({ failure: { code, message } });
  });
});
