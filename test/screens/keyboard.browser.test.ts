import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { langs } from '../../miniprogram/login/lang';
import { lookAt } from '../../scripts/screens/looks';
import { scenes, viewOf } from '../../scripts/screens/scenes';
import { openStudios, type Studios } from '../../scripts/screens/studio';

let studios: Studios;

beforeAll(async () => {
  studios = await openStudios();
});
afterAll(async () => {
  await studios.close();
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
  const studio = await studios.open(lookAt('375-light'), 'en');
  expect(await studio.phone.evaluateInFrame(stateOfBox)).toEqual({
    role: 'checkbox',
    checked: 'false',
    focusable: true,
  });
  await studio.phone.evaluateInFrame(pressSpace);
  await studio.phone.clock.advance(100);
  expect(await studio.phone.evaluateInFrame(stateOfBox)).toMatchObject({ checked: 'true' });
  await studio.close();
});

/** What has a role that a screen reader says, and no name in this language. */
const namelessControls = `() => [...document.querySelectorAll('[data-screen] [role=checkbox], [data-screen] [role=link], [data-screen] [role=dialog], [data-screen] wx-button')]
  .filter((one) => one.checkVisibility() && !(one.getAttribute('aria-label') ?? one.textContent).trim())
  .map((one) => one.outerHTML.slice(0, 100))`;

test.each(langs)('every control has a name, and every screen is announced (%s)', async (lang) => {
  const studio = await studios.open(lookAt('375-light'), lang);
  for (const scene of scenes) {
    const view = viewOf(scene, lang);
    await studio.show(view);
    expect([scene.name, await studio.phone.evaluateInFrame(namelessControls)]).toEqual([
      scene.name,
      [],
    ]);
    expect(
      await studio.phone.evaluateInFrame(
        "() => document.querySelector('[aria-live]').textContent.trim()",
      ),
    ).toBe(view.announcement);
  }
  await studio.close();
});

test('nothing moves for those who want no motion, and grey turns to black for those who want contrast', async () => {
  const sheets = `() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSMediaRule).map((rule) => rule.conditionText)`;
  const studio = await studios.open(lookAt('375-light'), 'en');
  const media = await studio.phone.evaluateInFrame(sheets);
  expect(media).toEqual(expect.arrayContaining(['(prefers-contrast: more)']));
  expect(media).toEqual(expect.arrayContaining(['(prefers-reduced-motion: reduce)']));
  await studio.close();
});
