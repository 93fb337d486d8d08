import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Phone } from '@mini-login/simulator';
import { z } from 'zod';

const axeFile = createRequire(__filename).resolve('axe-core/axe.min.js');

/** What a page is asked, and the form of its answer. */
export interface Measurement<T> {
  /** A function without parameters, of the page. */
  readonly script: string;
  readonly answer: z.ZodType<T>;
  /** Before the first of them in a process of the program. */
  readonly prepare?: (phone: Phone) => Promise<void>;
}

/**
 * WCAG 2.2 A and AA; `html-has-lang` is left out because the document around the page is WeChat's,
 * not the program's. At the end of the page: what lies half under the actions is scrolled to.
 */
export const violations: Measurement<readonly string[]> = {
  script: `() => ([document.scrollingElement, ...document.querySelectorAll('*')].forEach((one) => { if (one.scrollHeight > one.clientHeight) one.scrollTop = one.scrollHeight; }), axe).run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'html-has-lang': { enabled: false } },
    resultTypes: ['violations'],
  }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`,
  answer: z.array(z.string()),
  async prepare(phone) {
    await phone.evaluateInFrame(
      '(source) => { (0, eval)(source); }',
      readFileSync(axeFile, 'utf8'),
    );
  },
};

const size = z.object({ nodes: z.number(), depth: z.number(), children: z.number() });

/**
 * What WeChat's audit counts in a page:
 * https://developers.weixin.qq.com/miniprogram/dev/framework/audits/performance.html
 */
export const treeSize: Measurement<z.infer<typeof size>> = {
  script: `() => {
      const root = document.querySelector('[data-screen]');
      const depth = (element) => 1 + Math.max(0, ...[...element.children].map(depth));
      const all = [root, ...root.querySelectorAll('*')];
      return { nodes: all.length, depth: depth(root), children: Math.max(...all.map(({ children }) => children.length)) };
    }`,
  answer: size,
};

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
export const pageLayout: Measurement<z.infer<typeof layout>> = {
  script: `() => {
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
    }`,
  answer: layout,
};

const rect = z.object({
  id: z.string(),
  top: z.number(),
  bottom: z.number(),
  /** Of nine points of it, those where something else would be hit. */
  covered: z.number(),
  inSheet: z.boolean(),
});
const firstView = z.object({
  height: z.number(),
  /** A sheet is open. */
  sheet: z.boolean(),
  buttons: z.array(rect),
});

/** Every action, where it stands when nobody has scrolled. */
export const actionsInView: Measurement<z.infer<typeof firstView>> = {
  script: `() => {
      scrollTo(0, 0);
      const shown = [...document.querySelectorAll('[data-screen] .actions wx-button')]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0);
      return {
        height: innerHeight,
        sheet: shown.some((one) => one.id === 'sheet-agree'),
        buttons: shown.map((one) => {
          const { left, top, right, bottom } = one.getBoundingClientRect();
          const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + x * (right - left), top + y * (bottom - top)]));
          const covered = points.filter(([x, y]) => !one.contains(document.elementFromPoint(x, y))).length;
          return { id: one.id, top, bottom, covered, inSheet: one.closest('[role=dialog]') !== null };
        }),
      };
    }`,
  answer: firstView,
};

const edge = z.object({
  /** Of the actions in front: how far the page goes on under them, in px, and whether an edge says so. */
  more: z.number(),
  edge: z.boolean(),
  /** The same at the end of the page. */
  edgeAtEnd: z.boolean(),
});

/** The edge of what is scrolled under the actions; null: a screen without actions. */
export const scrollEdge: Measurement<z.infer<typeof edge> | null> = {
  script: `async () => {
      const shown = [...document.querySelectorAll('[data-screen] .actions')]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0);
      const actions = shown.find((one) => one.closest('[role=dialog]')) ?? shown[0];
      if (!actions) return null;
      const scroller = actions.closest('.sheet-place') ?? document.scrollingElement;
      // A timeline is read again with each frame.
      const frame = () => new Promise((done) => parent.requestAnimationFrame(() => parent.requestAnimationFrame(done)));
      const seen = () => Number(getComputedStyle(actions, '::before').opacity) > 0.9;
      scroller.scrollTop = 0;
      await frame();
      const more = scroller.scrollHeight - scroller.clientHeight;
      const edge = seen();
      scroller.scrollTop = scroller.scrollHeight;
      await frame();
      const edgeAtEnd = seen();
      scroller.scrollTop = 0;
      return { more, edge, edgeAtEnd };
    }`,
  answer: edge.nullable(),
};

const drawn = z.object({ text: z.string(), kind: z.string(), lines: z.array(z.string()) });

/** Each line of each text that a person reads, as it is drawn; `kind` is the text's first class. */
export const drawnLines: Measurement<readonly z.infer<typeof drawn>[]> = {
  script: `() => {
      const selector = '.heading, .lead, .on-behalf, .advice, .notice, .card-heading, .shared-label, .shared-detail, .how-words, .row-words, .sentence, .link, .contact, .support-label, .sheet-heading, .sheet-words, wx-button';
      const shown = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0);
      return shown.map((element) => {
        const lines = [];
        let bottom = -Infinity;
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const all = document.createRange();
          all.selectNodeContents(node);
          const boxes = [...all.getClientRects()].filter(({ width }) => width > 0);
          // Most stand on one line; only where one breaks, each sign is asked for.
          if (boxes.length < 2) {
            if (boxes.length === 0) continue;
            if (boxes[0].top >= bottom - 2) lines.push('');
            bottom = Math.max(bottom, boxes[0].bottom);
            lines[lines.length - 1] += node.data;
            continue;
          }
          for (let at = 0; at < node.length; at += 1) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const box = range.getClientRects()[0];
            if (!box || box.width === 0) continue;
            if (box.top >= bottom - 2) { lines.push(''); }
            bottom = Math.max(bottom, box.bottom);
            lines[lines.length - 1] += node.data[at];
          }
        }
        return { text: element.textContent, kind: element.classList[0] ?? '', lines: lines.map((line) => line.replace(/[\\u200b\\u2060]/g, '').trim()).filter((line) => line !== '') };
      });
    }`,
  answer: z.array(drawn),
};
