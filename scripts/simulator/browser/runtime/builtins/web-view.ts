import { type BuiltinKit, defineBuiltin } from './kit';

/**
 * https://developers.weixin.qq.com/miniprogram/dev/component/web-view.html. The page of the tenant's domain is not fetched: its
 * address is shown in its place, so that a journey needs no network beyond the sandbox.
 */
export function defineWebView(kit: BuiltinKit): void {
  defineBuiltin(kit, 'web-view', {
    update(self) {
      const src = self.text('src');
      if (self.dom.dataset.src === src) return;
      self.dom.dataset.src = src;
      self.dom.textContent = src;
      if (src === '') return;
      if (/^https:\/\/[^/]/.test(src)) self.trigger('load', { src });
      else {
        kit.errors.refused(`<web-view src="${src}">: WeChat opens https addresses of declared domains only`);
        self.trigger('error', { src });
      }
    },
  });
}
