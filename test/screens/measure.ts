import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Phone } from '@mini-login/simulator';
import { z } from 'zod';

const axeFile = createRequire(__filename).resolve('axe-core/axe.min.js');

/**
 * WCAG 2.2 A and AA; `html-has-lang` is left out because the document around the page is WeChat's,
 * not the program's.
 */
const RUN_AXE = `() => axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: { 'html-has-lang': { enabled: false } },
}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`;

export async function loadAxe(phone: Phone): Promise<void> {
  await phone.evaluateInFrame('(source) => { (0, eval)(source); }', readFileSync(axeFile, 'utf8'));
}

export async function violations(phone: Phone): Promise<string[]> {
  return z.array(z.string()).parse(await phone.evaluateInFrame(RUN_AXE));
}

const size = z.object({ nodes: z.number(), depth: z.number(), children: z.number() });

/**
 * What WeChat's audit counts in a page:
 * https://developers.weixin.qq.com/miniprogram/dev/framework/audits/performance.html
 */
export async function measureTree(phone: Phone): Promise<z.infer<typeof size>> {
  return size.parse(
    await phone.evaluateInFrame(`() => {
      const root = document.querySelector('[data-screen]');
      const depth = (element) => 1 + Math.max(0, ...[...element.children].map(depth));
      const all = [root, ...root.querySelectorAll('*')];
      return { nodes: all.length, depth: depth(root), children: Math.max(...all.map(({ children }) => children.length)) };
    }`),
  );
}

const place = z.object({
  id: z.string(),
  width: z.number(),
  height: z.number(),
  left: z.number(),
  right: z.number(),
  bottom: z.number(),
});
const layout = z.object({
  width: z.number(),
  contentWidth: z.number(),
  cut: z.array(z.string()),
  targets: z.array(place),
});

/**
 * What is wider than the phone, what is cut off, and the box of everything that can be tapped.
 * Inline links count with their padding, which a finger hits as well.
 */
export async function measureLayout(phone: Phone): Promise<z.infer<typeof layout>> {
  return layout.parse(
    await phone.evaluateInFrame(`() => {
      const root = document.querySelector('[data-screen]');
      const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
      const silent = (element) => getComputedStyle(element).clipPath !== 'none';
      const cut = [...root.querySelectorAll('*')].filter((element) => shown(element) && !silent(element)
        && getComputedStyle(element).overflowX !== 'visible' && getComputedStyle(element).overflowX !== 'auto'
        && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1));
      const tappable = [...root.querySelectorAll('wx-button, [role=checkbox], [role=link]')].filter(shown);
      return {
        width: document.documentElement.clientWidth,
        contentWidth: document.documentElement.scrollWidth,
        cut: cut.map(({ outerHTML }) => outerHTML.slice(0, 120)),
        targets: tappable.map((element) => {
          const { width, height, left, right, bottom } = element.getBoundingClientRect();
          return { id: element.id, width, height, left, right, bottom: bottom + scrollY };
        }),
      };
    }`),
  );
}
