import { type BuiltinKit, defineBuiltin } from './kit';

interface Drawing {
  readonly color: string;
  /** SVG path on 24 x 24. */
  readonly path: string;
}

const DISC = 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z';

/** https://developers.weixin.qq.com/miniprogram/dev/component/icon.html, drawn alike. */
const DRAWINGS: Readonly<Record<string, Drawing>> = {
  success: { color: '#07c160', path: `${DISC}m-1.6 14.2-4-4 1.2-1.2 2.8 2.8 6.2-6.2 1.2 1.2z` },
  success_no_circle: { color: '#07c160', path: 'M9.4 18 3.6 12.2 5 10.8l4.4 4.4L19 5.6 20.4 7z' },
  info: { color: '#10aeff', path: `${DISC}m-1 5h2v2h-2zm0 4h2v7h-2z` },
  warn: { color: '#fa5151', path: `${DISC}m-1 5h2v7h-2zm0 8.5h2v2h-2z` },
  waiting: { color: '#10aeff', path: `${DISC}m-.8 4h1.6v5.7l4 2.3-.8 1.4-4.8-2.8z` },
  cancel: {
    color: '#fa5151',
    path: `${DISC}m0 8.8 3.4-3.4 1.2 1.2-3.4 3.4 3.4 3.4-1.2 1.2-3.4-3.4-3.4 3.4-1.2-1.2 3.4-3.4-3.4-3.4 1.2-1.2z`,
  },
  download: {
    color: '#07c160',
    path: `${DISC}m-.8 5h1.6v6l2.4-2.4 1.1 1.1L12 16.1l-4.3-4.4 1.1-1.1 2.4 2.4z`,
  },
  search: {
    color: '#b2b2b2',
    path: 'M10 3a7 7 0 1 0 4.2 12.6l4.6 4.6 1.4-1.4-4.6-4.6A7 7 0 0 0 10 3m0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10',
  },
  clear: {
    color: '#b2b2b2',
    path: `${DISC}m0 8.8 3.4-3.4 1.2 1.2-3.4 3.4 3.4 3.4-1.2 1.2-3.4-3.4-3.4 3.4-1.2-1.2 3.4-3.4-3.4-3.4 1.2-1.2z`,
  },
};

export function defineIcon(kit: BuiltinKit): void {
  defineBuiltin(kit, 'icon', {
    update(self) {
      const type = self.text('type');
      const drawing = DRAWINGS[type];
      if (type === '') return;
      if (!drawing) {
        kit.errors.tolerated(
          `<icon type="${type}"> is not one of ${new Intl.ListFormat('en-GB').format(Object.keys(DRAWINGS))}`,
        );
        return;
      }
      const size = /^\d+(?:\.\d+)?$/.test(self.text('size'))
        ? `${self.text('size')}px`
        : self.text('size');
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      svg.setAttribute('viewBox', '0 0 24 24');
      svg.setAttribute('aria-hidden', 'true');
      svg.style.cssText = `display: block; width: ${size}; height: ${size}; fill: ${self.text('color') || drawing.color}`;
      path.setAttribute('d', drawing.path);
      path.setAttribute('fill-rule', 'evenodd');
      svg.append(path);
      self.dom.replaceChildren(svg);
    },
  });
}
