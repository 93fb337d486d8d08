import { type Builtin, type BuiltinKit, defineBuiltin } from './kit';

/** https://developers.weixin.qq.com/miniprogram/dev/component/page-meta.html */
export function definePageMeta(kit: BuiltinKit): void {
  defineBuiltin(kit, 'page-meta', {
    attached: apply,
    update: apply,
  });

  function apply(self: Builtin): void {
    const page = kit.pageOf(self.component);
    if (!page || !self.dom.isConnected) return;
    page.meta = {
      pageStyle: self.text('pageStyle'),
      pageFontSize: self.text('pageFontSize'),
      rootFontSize: self.text('rootFontSize'),
      backgroundColor: self.text('backgroundColor'),
      rootBackgroundColor: self.text('rootBackgroundColor'),
    };
    kit.refreshWindow();
    const top = self.number('scrollTop');
    if (!Number.isNaN(top)) {
      document.documentElement.scrollTo({
        top,
        behavior: self.number('scrollDuration') > 0 ? 'smooth' : 'instant',
      });
    }
  }
}
