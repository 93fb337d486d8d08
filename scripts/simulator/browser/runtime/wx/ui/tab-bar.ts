import type { ApiFamily, AsyncSpec, Params } from '../call';

/**
 * https://developers.weixin.qq.com/miniprogram/dev/api/ui/tab-bar/wx.showTabBar.html and its
 * neighbours; without animation.
 */
export const tabBar: ApiFamily = ({ runtime, asynchronous }) => {
  const { tabBar } = runtime;
  /** WeChat refuses all of them while a page without tab bar is in front. */
  const onTabPage = (api: string, params: AsyncSpec['params'], run: (params: Params) => boolean) =>
    asynchronous(api, {
      ...(params ? { params } : {}),
      run: (given) => {
        if (!tabBar.isInFront) return { ok: false, errMsg: `${api}:fail not TabBar page` };
        return run(given)
          ? { ok: true, result: {} }
          : { ok: false, errMsg: `${api}:fail tabbar item not found` };
      },
    });
  const item = (index: unknown, change: Parameters<typeof tabBar.setItem>[1]) =>
    tabBar.setItem(Number(index), change);
  const always = (run: () => void) => () => {
    run();
    return true;
  };
  return {
    showTabBar: onTabPage(
      'showTabBar',
      { animation: 'Boolean?' },
      always(() => tabBar.setHidden(false)),
    ),
    hideTabBar: onTabPage(
      'hideTabBar',
      { animation: 'Boolean?' },
      always(() => tabBar.setHidden(true)),
    ),
    setTabBarStyle: onTabPage(
      'setTabBarStyle',
      {
        color: 'String?',
        selectedColor: 'String?',
        backgroundColor: 'String?',
        borderStyle: 'String?',
      },
      (params) => {
        tabBar.setStyle(texts(params));
        return true;
      },
    ),
    setTabBarItem: onTabPage(
      'setTabBarItem',
      { index: 'Number', text: 'String?', iconPath: 'String?', selectedIconPath: 'String?' },
      ({ index, ...params }) => item(index, texts(params)),
    ),
    setTabBarBadge: onTabPage(
      'setTabBarBadge',
      { index: 'Number', text: 'String' },
      ({ index, text }) => item(index, { badge: String(text) }),
    ),
    removeTabBarBadge: onTabPage('removeTabBarBadge', { index: 'Number' }, ({ index }) =>
      item(index, { badge: '' }),
    ),
    showTabBarRedDot: onTabPage('showTabBarRedDot', { index: 'Number' }, ({ index }) =>
      item(index, { dot: true }),
    ),
    hideTabBarRedDot: onTabPage('hideTabBarRedDot', { index: 'Number' }, ({ index }) =>
      item(index, { dot: false }),
    ),
  };
};

function texts(params: Params): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
