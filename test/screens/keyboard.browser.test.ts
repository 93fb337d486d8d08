import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { langs } from '../../miniprogram/login/lang';
import { lookAt } from '../../scripts/screens/looks';
import { openRenderers, type ScreenRenderers } from '../../scripts/screens/renderer';
import { scenes, viewOf } from '../../scripts/screens/scenes';
import { checkOf, eachView } from './every-scene';

let renderers: ScreenRenderers;

beforeAll(async () => {
  renderers = await openRenderers();
});
afterAll(async () => {
  await renderers.close();
});

const stateOfBox = `() => {
  const box = document.querySelector('#consent-box');
  return { role: box.getAttribute('role'), checked: box.getAttribute('aria-checked'), focusable: box.tabIndex >= 0 };
}`;

/** WeChat on a computer: focus, and the space bar. */
const pressSpace = `() => {
  const box = document.querySelector('#consent-box');
  box.focus();
  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }));
}`;

test('the box is reached and ticked by keyboard, and says so', async () => {
  const renderer = await renderers.open(lookAt('375-light'), 'en');
  expect(await renderer.phone.evaluateInFrame(stateOfBox)).toEqual({
    role: 'checkbox',
    checked: 'false',
    focusable: true,
  });
  await renderer.phone.evaluateInFrame(pressSpace);
  await renderer.phone.clock.advance(100);
  expect(await renderer.phone.evaluateInFrame(stateOfBox)).toMatchObject({ checked: 'true' });
  await renderer.close();
});

/** What has a role that a screen reader says, and no name in this language. */
const nameless = checkOf(
  {
    answer: z.array(z.string()),
    script: `() => [...document.querySelectorAll('[data-screen] [role=checkbox], [data-screen] [role=link], [data-screen] [role=dialog], [data-screen] wx-button')]
  .filter((one) => one.checkVisibility() && !(one.getAttribute('aria-label') ?? one.textContent).trim())
  .map((one) => one.outerHTML.slice(0, 100))`,
  },
  (found) => found,
);

test.each(langs)('every control has a name, and every screen is announced (%s)', async (lang) => {
  const look = lookAt('375-light');
  const renderer = await renderers.open(look, lang);
  const views = scenes.map((scene) => ({ name: scene.name, view: viewOf(scene, lang) }));
  expect(await eachView(renderer, look, views, [nameless])).toEqual([]);
  const said = await renderer.showEach(
    views.map(({ view }) => view),
    "() => document.querySelector('[aria-live]').textContent.trim()",
  );
  expect(said).toEqual(views.map(({ view }) => view.announcement));
  await renderer.close();
});

test('nothing moves for those who want no motion, and grey turns to black for those who want contrast', async () => {
  const sheets = `() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSMediaRule).map((rule) => rule.conditionText)`;
  const renderer = await renderers.open(lookAt('375-light'), 'en');
  const media = await renderer.phone.evaluateInFrame(sheets);
  expect(media).toEqual(expect.arrayContaining(['(prefers-contrast: more)']));
  expect(media).toEqual(expect.arrayContaining(['(prefers-reduced-motion: reduce)']));
  await renderer.close();
});
