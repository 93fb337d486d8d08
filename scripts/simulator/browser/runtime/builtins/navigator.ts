import { missing } from '../../../contract/places';
import type { RouteAnswer } from '../process/router';
import { hover } from './hover';
import { type Builtin, type BuiltinKit, defineBuiltin } from './kit';

/** https://developers.weixin.qq.com/miniprogram/dev/component/navigator.html */
export function defineNavigator(kit: BuiltinKit): void {
  defineBuiltin(kit, 'navigator', {
    created(self) {
      self.dom.setAttribute('role', 'link');
      self.dom.tabIndex = 0;
      kit.touchTargets.set(self.component, {
        ...hover(self, 'default'),
        activate: () => go(self, kit),
      });
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
    kit.errors.refused(missing(`<navigator ${what}>`, 'builtin'));
    return;
  }
  void route().then((answer) => {
    kit.host.deliver(() => {
      if (answer.ok) self.trigger('success', { errMsg: `${openType}:ok` });
      else self.trigger('fail', { errMsg: `${openType}:fail ${answer.errMsg}` });
    });
  });
}
