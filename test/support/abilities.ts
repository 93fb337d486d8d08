/**
 * What a test may need besides the official client, and why DevTools can't do it; null: it can.
 * Automation of DevTools reaches the program and WeChat's dialogs, and neither the phone around it
 * nor the servers behind it. https://developers.weixin.qq.com/miniprogram/dev/devtools/auto/
 */
export const onDevTools = {
  caller:
    'its automation opens pages and can not say which app, or which scene, launched the program',
  life: 'its automation can not send the program to the background or end it',
  clock: 'its clock is the real one: half an hour takes half an hour',
  person: 'the person is whoever is logged in there',
  network: 'its automation can not take the network away',
  servers: "it talks to WeChat's servers and to the GenAuth that the brand names",
  result: 'no app is behind the program that could receive its result',
  device: 'its language, theme and size are set by hand, before it starts',
} as const satisfies Readonly<Record<string, string | null>>;

export type Ability = keyof typeof onDevTools;

/** Set to the path of DevTools' cli, journeys run there. */
export const devToolsCli: string | undefined = process.env.WECHAT_DEVTOOLS_CLI || undefined;

/** In words, why these can't be had; null when they can. */
export function whyNot(needs: readonly Ability[]): string | null {
  if (devToolsCli === undefined || needs.length === 0) return null;
  return needs.map((need) => `${need}: ${onDevTools[need]}`).join('; ');
}
