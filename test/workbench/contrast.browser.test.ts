import { describe, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { violationsOn } from '../support/axe';
import { isBlank, missingEdges } from '../support/edges';
import { useWorkbench } from './open-workbench';

const workbenches = useWorkbench();

describe.each(['light', 'dark'] as const)('high contrast, %s', (colorScheme) => {
  test('what only a fill shows has an edge, in the workbench and in the program', async () => {
    const { page, app, program, phone } = await workbenches.open();
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const missing = async (elements: Readonly<Record<string, Locator>>) => {
      const found: Record<string, readonly string[]> = {};
      for (const [name, element] of Object.entries(elements)) {
        const sides = await missingEdges(page, element.first());
        if (sides.length > 0) found[name] = sides;
      }
      return found;
    };
    expect(
      await missing({
        'switch on': page.locator('.switch[aria-checked="true"] .switch-track'),
        'switch off': page.locator('.switch[aria-checked="false"] .switch-track'),
        'chosen of several': page.locator('.choice-row input:checked + span'),
        'chosen filter': page.locator('.chip[aria-pressed="true"]'),
        phone: page.locator('.device'),
        'the app’s button': app.getByRole('button').first(),
      }),
    ).toEqual({});
    await app.getByRole('button', { name: 'Log in with WeChat' }).click();
    await program.locator('#primary').waitFor();
    expect(
      await missing({
        button: program.locator('#primary'),
        card: program.locator('.card'),
      }),
    ).toEqual({});
    for (const round of ['.shared-icon', '.box'])
      expect(await isBlank(program.locator(round).first())).toBe(false);
    await program.locator('#primary').click();
    await program.locator('#sheet-agree').waitFor();
    expect(await missingEdges(page, program.locator('.sheet-place'), ['top'])).toEqual([]);
    await program.locator('#sheet-agree').click();
    await phone.getByTestId('sheet-allow').waitFor();
    expect(await missing({ allow: phone.getByTestId('sheet-allow') })).toEqual({});
    expect(await violationsOn(page)).toEqual([]);
  });

  test('who searches sees where they type', async () => {
    const { page } = await workbenches.open();
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const search = page.locator('.search');
    const before = await search.screenshot();
    await search.getByRole('searchbox').focus();
    await search.getByRole('searchbox').evaluate((input) => {
      input.style.caretColor = 'transparent';
    });
    expect((await search.screenshot()).equals(before)).toBe(false);
  });

  test('there is no grey for those who want contrast', async () => {
    const { page } = await workbenches.open();
    await page.emulateMedia({ forcedColors: 'none', contrast: 'more', colorScheme });
    const greys = await page.evaluate(() =>
      [...document.querySelectorAll('.workbench *')]
        .filter(
          (one) =>
            getComputedStyle(one).color !== getComputedStyle(document.body).color &&
            one.matches('.hint, .stop-body, .row-time, .field-label, .count'),
        )
        .map((one) => one.outerHTML),
    );
    expect(greys).toEqual([]);
    expect(await violationsOn(page)).toEqual([]);
  });
});
