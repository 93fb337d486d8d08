import { type BuiltinKit, defineBuiltin } from './kit';

/** https://developers.weixin.qq.com/miniprogram/dev/component/image.html; the base style says each mode in CSS. */
const MODES: ReadonlySet<string> = new Set([
  'scaleToFill',
  'aspectFit',
  'aspectFill',
  'widthFix',
  'heightFix',
  'top',
  'bottom',
  'center',
  'left',
  'right',
  'top left',
  'top right',
  'bottom left',
  'bottom right',
]);

export function defineImage(kit: BuiltinKit): void {
  for (const tag of ['image', 'cover-image']) defineOne(kit, tag);
}

function defineOne(kit: BuiltinKit, tag: string): void {
  defineBuiltin(kit, tag, {
    created(self) {
      const image = document.createElement('img');
      // What there is to say about a picture stands on the component: aria-label.
      image.alt = '';
      image.draggable = false;
      image.addEventListener('load', () => self.trigger('load', { width: image.naturalWidth, height: image.naturalHeight }));
      image.addEventListener('error', () => self.trigger('error', { errMsg: `GET ${image.src} failed` }));
      self.dom.append(image);
    },
    update(self) {
      const image = self.dom.querySelector('img');
      const mode = self.text('mode');
      if (!MODES.has(mode)) kit.errors.refused(`<image mode="${mode}"> is not one of ${[...MODES].join(', ')}`);
      self.dom.setAttribute('mode', mode);
      const src = self.text('src') === '' ? '' : kit.assetUrl(self.text('src'), self.component);
      if (!image || (image.getAttribute('src') ?? '') === src) return;
      if (src === '') image.removeAttribute('src');
      else image.src = src;
    },
  });
}
