import { text } from './say';

/** Brands as ext_json. */
export const ext = {
  ofNoCompany: (name: string) =>
    text(
      `${name} is no company's brand: it is a hosted program or a template itself`,
      `${name} 不是某个公司的品牌：它本身是多公司共用的小程序或模板`,
    ),
  whichTemplate: () =>
    text(
      'name the template with --template <brand>: a pack with "template" in the place of "apps"',
      '请用 --template <品牌> 指明模板：即用 "template" 代替 "apps" 的品牌包',
    ),
  extAppid: () =>
    text('extAppid is expected: the AppID of the mini program', '缺少 extAppid：小程序的 AppID'),
  size: (bytes: string, share: string) =>
    text(
      `${bytes} bytes. WeChat names no limit of its own for ext_json; it is ${share} of the 2 MB of a package, with which it is delivered.`,
      `${bytes} 字节。微信没有单独规定 ext_json 的上限；它随代码包下发，占 2 MB 代码包上限的 ${share}。`,
    ),
};
