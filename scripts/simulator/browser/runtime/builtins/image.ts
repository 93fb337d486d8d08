import { type BuiltinKit, defineBuiltin } from './kit';

/**
 * https://developers.weixin.qq.com/miniprogram/dev/component/image.html; the base style says each
 * mode in CSS, and takes others for the first.
 */
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
      image.addEventListener('load', () => {
        image.hidden = false;
        self.trigger('load', { width: image.naturalWidth, height: image.naturalHeight });
      });
      image.addEventListener('error', () => {
        // WeChat draws nothing, and no sign of what is broken.
        image.hidden = true;
        self.trigger('error', { errMsg: `GET ${image.src} failed` });
      });
      self.dom.append(image);
    },
    update(self) {
      const image = self.dom.querySelector('img');
      const mode = self.text('mode');
      self.dom.setAttribute('mode', mode);
      const src = self.text('src') === '' ? '' : kit.assetUrl(self.text('src'), self.component);
      if (!image || (image.getAttribute('src') ?? '') === src) return;
      if (src === '') image.removeAttribute('src');
      else image.src = src;
    },
  });
}
