import { readEntry } from '../../miniprogram/login/launch/entry';
import { plain } from '../../scripts/prove/brands';

/* A launch of contract 1 by the brand's first app, but for what a test changes. */

const own = 'pages/login/login';
const [app] = plain.apps;
export const state = 's'.repeat(22);
export const enter = (
  query: unknown,
  { path = own, scene = 1069, brand = plain, language = 'zh_CN', caller = app.mobileAppId } = {},
) => readEntry({ path, query, scene, caller }, language, brand);
export const launchOf = (...args: Parameters<typeof enter>) => {
  const entry = enter(...args);
  if (entry.kind !== 'launch' || entry.refusal !== null) throw new Error(JSON.stringify(entry));
  return entry.launch;
};
