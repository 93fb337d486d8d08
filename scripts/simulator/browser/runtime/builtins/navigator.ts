import type { RouteAnswer } from '../process/router';
import { HOVER_PROPERTIES, hover } from './hover';
import { type Builtin, type BuiltinKit, defineBuiltin } from './kit';

/** https://developers.weixin.qq.com/miniprogram/dev/component/navigator.html */
export function defineNavigator(kit: BuiltinKit): void {
  defineBuiltin(kit, 'navigator', {
    properties: {
      ...HOVER_PROPERTIES,
      target: { type: String, value: 'self' },
      url: String,
      openType: { type: String, value: 'navigate' },
      delta: { type: Number, value: 1 },
    },
    created(self) {
      self.dom.setAttribute('role', 'link');
      self.dom.tabIndex = 0;
      kit.touchTargets.set(self.component, { ...hover(self, 'default'), activate: () => go(self, kit) });
    },
  });
}

function go(self: Builtin, kit: BuiltinKit): void {
  const url = self.text('url');
  const routes: Readonly<Record<string, () => Promise<RouteAnswer>>> = {
    navigate: () => kit.router.navigateTo(url),
    redirect: () => kit.router.redirectTo(url),
    reLaunch: () => kit.router.reLaunch(url),
    switchTab: () => kit.router.switchTab(url),
    navigateBack: () => kit.router.navigateBack(self.number('delta')),
  };
  const openType = self.text('openType');
  const route = routes[openType];
  if (self.text('target') !== 'self' || !route) {
    const what = `target="${self.text('target')}" open-type="${openType}"`;
    kit.errors.refused(
      `<navigator ${what}> is not in the simulator; add it to scripts/simulator/browser/runtime/builtins/navigator.ts`,
    );
    return;
  }
  void route().then((answer) => {
    kit.host.deliver(() => {
      if (answer.ok) self.trigger('success', { errMsg: `${openType}:ok` });
      else self.trigger('fail', { errMsg: `${openType}:fail ${answer.errMsg}` });
    });
  });
}
