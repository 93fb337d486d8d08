import { expect, test } from '@jest/globals';
import type { Frame, TimelineEntry } from '@mini-login/simulator';
import { renderTrace } from '../../scripts/trace/page';
import { wxmlLines } from '../../scripts/trace/wxml-lines';

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln';
const code = '0a1B2c3D4e5F6g7H';
const entries: TimelineEntry[] = [
  { id: 1, at: 1000, kind: 'screen', page: 'pages/login/login', screen: 'login' },
  { id: 2, at: 1500, kind: 'wx', api: 'login', args: {}, outcome: 'success', result: { code } },
  { id: 3, at: 2000, kind: 'console', level: 'log', args: ['<b>bold</b>'] },
];
const frames: Frame[] = [
  {
    at: 5,
    from: 'client',
    client: 1,
    text: '{"id":"1","method":"Page.getData","params":{"pageId":1}}',
  },
  {
    at: 9,
    from: 'server',
    client: 1,
    text: JSON.stringify({ id: '1', result: { data: { session: { access_token: token } } } }),
  },
  { at: 10, from: 'client', client: 1, text: 'no JSON' },
];
const pictures = [
  { entry: 1, at: 7, title: 'login', jpeg: 'AAAA', wxml: `<view><text>${code}</text></view>` },
  { entry: 2, at: 8, title: 'working', jpeg: null, wxml: '' },
];

test('a trace is one document with timeline, pictures, wire and console', () => {
  const html = renderTrace({ title: 'a login', entries, frames, pictures });
  for (const part of [
    'a login',
    'passed',
    'over before a picture could be taken',
    'data:image/jpeg;base64,AAAA',
    'Page.getData',
    'wx.login',
    '+',
    'no JSON',
  ])
    expect(html).toContain(part);
  expect(html).toContain('&lt;b&gt;bold&lt;/b&gt;');
  expect(html).not.toMatch(/(?:src|href)="(?!data:)/);
});

test('no secret is in it, wherever it turned up', () => {
  const html = renderTrace({
    title: code,
    error: new Error(`got ${token}`),
    entries,
    frames,
    pictures,
  });
  expect(html).toContain('failed');
  expect(html).toContain('‹login code 1›');
  expect(html).toContain('‹access_token 1›');
  for (const secret of [token, code]) expect(html).not.toContain(secret);
});

test('WXML is shown with one tag a line, and a text next to its tag', () => {
  expect(wxmlLines('<view id="a"><text>one</text><view></view></view>')).toBe(
    '<view id="a">\n  <text>one</text>\n  <view></view>\n</view>',
  );
});
