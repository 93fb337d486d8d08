import type { ClientAbility } from '../login/event';

export interface Client {
  /** WeChat's language, as `zh_CN`. */
  readonly language: string;
  readonly lacks: readonly ClientAbility[];
  /** 1 is WeChat's standard text size; the largest is about 1.75. */
  readonly fontScale: number;
}

/** What this WeChat is and cannot do: asked by `typeof`, never by version. */
export function readClient(): Client {
  const base = wx.getAppBaseInfo();
  return { language: base.language, lacks: lacks(), fontScale: base.fontSizeScaleFactor || 1 };
}

function lacks(): ClientAbility[] {
  const has: Record<ClientAbility, boolean> = {
    navigateBackApplication: typeof wx.navigateBackApplication === 'function',
    exitMiniProgram: typeof wx.exitMiniProgram === 'function',
    getPrivacySetting: typeof wx.getPrivacySetting === 'function',
    getRandomValues: typeof wx.getUserCryptoManager === 'function',
  };
  const abilities: ClientAbility[] = ['navigateBackApplication', 'exitMiniProgram', 'getPrivacySetting', 'getRandomValues'];
  return abilities.filter((ability) => !has[ability]);
}
