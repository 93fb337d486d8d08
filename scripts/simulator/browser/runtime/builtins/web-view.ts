import { type BuiltinKit, defineBuiltin } from './kit';

/**
 * https://developers.weixin.qq.com/miniprogram/dev/component/web-view.html. The page of the
 * tenant's domain is not fetched: its address is shown in its place, so that a journey needs no
 * network beyond the sandbox.
 */
export function defineWebView(kit: BuiltinKit): void {
  defineBuiltin(kit, 'web-view', {
    update(self) {
      const src = self.text('src');
      if (self.dom.dataset.src === src) return;
      self.dom.dataset.src = src;
      self.dom.textContent = src;
      if (src === '') return;
      const why = refusalOf(src, kit.host.businessDomains);
      if (why === null) self.trigger('load', { src });
      else {
        kit.errors.refused(`<web-view src="${src}">: ${why}`);
        self.trigger('error', { src });
      }
    },
  });
}

/** docs/wechat.md#web-view-opens-business-domains-only */
function refusalOf(src: string, businessDomains: readonly string[]): string | null {
  const url = URL.canParse(src) ? new URL(src) : null;
  if (url?.protocol !== 'https:') return 'WeChat opens https addresses only';
  return businessDomains.includes(url.hostname)
    ? null
    : `${url.hostname} is no business domain; declare it in WeChat's console and in the simulator's businessDomains`;
}
