import { type Builtin, type BuiltinKit, defineBuiltin } from './kit';

/** https://developers.weixin.qq.com/miniprogram/dev/component/page-meta.html */
export function definePageMeta(kit: BuiltinKit): void {
  defineBuiltin(kit, 'page-meta', {
    properties: {
      backgroundTextStyle: String,
      backgroundColor: String,
      backgroundColorTop: String,
      backgroundColorBottom: String,
      rootBackgroundColor: String,
      scrollTop: { type: Number, value: Number.NaN },
      scrollDuration: { type: Number, value: 300 },
      pageStyle: String,
      pageFontSize: String,
      rootFontSize: String,
      pageOrientation: String,
    },
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
      document.documentElement.scrollTo({ top, behavior: self.number('scrollDuration') > 0 ? 'smooth' : 'instant' });
    }
  }
}
