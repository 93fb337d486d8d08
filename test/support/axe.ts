import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page, its frames left out: the phone's screens have tests of their own. */
export async function violationsOn(page: Page): Promise<unknown> {
  await page.evaluate(axe);
  return await page.evaluate(`axe.run(document, {
    iframes: false,
    rules: { 'label-content-name-mismatch': { enabled: true } },
  }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`);
}
