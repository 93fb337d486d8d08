/**
 * For app.json and pages the official compiler brings schemas (`schema.ts`), for components it has
 * none.
 */
/** https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/ */
export const COMPONENT_KEYS: ReadonlySet<string> = new Set([
  'component',
  'usingComponents',
  'componentGenerics',
  'componentPlaceholder',
  'componentFramework',
  'renderer',
  'styleIsolation',
  'addGlobalClass',
  'pureDataPattern',
  'virtualHost',
]);
