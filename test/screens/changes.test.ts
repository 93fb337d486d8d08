import { expect, test } from '@jest/globals';
import { changes } from '../../miniprogram/pages/login/changes';
import { scenes, viewOf } from '../../scripts/screens/scenes';

function scene(name: string) {
  const found = scenes.find((one) => one.name === name);
  if (!found) throw new Error(`no scene ${name}`);
  return viewOf(found, 'zh-CN');
}

test('another screen is sent whole', () => {
  expect(changes({ view: { screen: 'blank' }, sheetOpen: false }, scene('login'))).toEqual({
    view: scene('login'),
  });
});

test('the same screen sends only what differs', () => {
  expect(changes({ view: scene('login'), sheetOpen: false }, scene('login'))).toEqual({});
  const sent = changes({ view: scene('login'), sheetOpen: false }, scene('login-agreed'));
  expect(Object.keys(sent).sort()).toEqual(['view.consent.agreed', 'view.primary.action']);
});

test('a sheet opens with its words, and closes without losing them or its button', () => {
  expect(changes({ view: scene('login'), sheetOpen: false }, scene('login-sheet'))).toMatchObject({
    sheetOpen: true,
    'view.sheet': { agree: { label: '同意并继续' } },
  });
  const closing = changes({ view: scene('login-sheet'), sheetOpen: true }, scene('login'));
  expect(closing).toMatchObject({ sheetOpen: false });
  expect(Object.keys(closing)).not.toContain('view.sheet');
});
