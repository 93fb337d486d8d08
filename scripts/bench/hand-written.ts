import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Tree } from '../deploy/compile/references';

const shared = (title: string, detail: string) =>
  `<view class="row"><view class="icon"></view><view class="words"><view class="label">${title}</view><view class="quiet">${detail}</view></view></view>`;

/**
 * The login page as somebody would write it who wants its looks alone: one template, one style
 * sheet, nothing that runs.
 */
const PAGE: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({
    pages: ['pages/login/login'],
    window: { navigationBarTitleText: '港湾' },
    style: 'v2',
    darkmode: true,
    lazyCodeLoading: 'requiredComponents',
  }),
  'app.js': 'App({});',
  'app.wxss':
    "@import './theme.wxss';page{background:var(--background);color:var(--text);font-family:sans-serif}",
  'pages/login/login.json': '{}',
  'pages/login/login.js':
    'Page({data:{agreed:false},onConsent(){this.setData({agreed:!this.data.agreed})},onOpen(){},onPhone(){},onDecline(){wx.exitMiniProgram({})}});',
  'pages/login/login.wxml': `<view class="screen" data-screen="login">
<view class="body"><image class="logo" src="/logo.png" mode="aspectFit" />
<view class="heading" aria-role="heading">登录港湾</view><view class="quiet centre">港湾想用你的微信账号登录</view><view class="quiet centre">港湾科技有限公司</view>
<view class="card"><view class="quiet">你会分享</view>${shared('微信账号', '让港湾认出你')}${shared('手机号', '由微信提供')}</view></view>
<button class="button" id="primary" open-type="getPhoneNumber" bindgetphonenumber="onPhone">同意并登录</button>
<view class="consent"><view class="target" aria-role="checkbox" aria-checked="{{agreed}}" bindtap="onConsent"><view class="box {{agreed ? 'ticked' : ''}}"></view></view>
<view class="sentence"><text>我已阅读并同意</text><view class="link" bindtap="onOpen">《用户协议》</view><text>和</text><view class="link" bindtap="onOpen">《隐私政策》</view></view></view>
<button class="plain" id="decline" bindtap="onDecline">不同意，返回</button></view>`,
  'pages/login/login.wxss': `.screen{display:flex;flex-direction:column;box-sizing:border-box;max-width:480px;min-height:100vh;margin:0 auto;padding:0 24px env(safe-area-inset-bottom);font-size:15px;line-height:1.5}
.body{flex:1;padding:20px 0 12px}.logo{display:block;width:64px;height:64px;margin:0 auto 16px;border-radius:16px}.heading{font-size:22px;font-weight:600;text-align:center}
.quiet{color:var(--quiet);font-size:13px}.centre{margin-top:8px;text-align:center}.card{margin-top:20px;padding:16px;border-radius:12px;background:var(--card)}
.row{display:flex;margin-top:14px}.icon{flex:none;width:24px;height:24px;margin-right:12px;border-radius:50%;background:var(--link)}.words{flex:1}.label{font-weight:500}
.screen .button,.screen .plain{display:flex;align-items:center;justify-content:center;width:100%;min-height:50px;margin:0;border:0;border-radius:10px;background:var(--primary);color:var(--on-primary);font-size:17px;font-weight:600}
.screen .plain{background:transparent;color:var(--quiet);font-size:15px;font-weight:400}.consent{display:flex;margin-top:12px;color:var(--quiet);font-size:13px;line-height:26px}
.target{flex:none;display:flex;justify-content:center;width:44px;min-height:44px;margin-left:-12px;padding-top:12px;box-sizing:border-box}.box{box-sizing:border-box;width:20px;height:20px;border:1.5px solid var(--control);border-radius:50%}
.ticked{background:var(--primary)}.sentence{flex:1;padding:9px 0}.link{display:inline;padding:15px 0;color:var(--link)}`,
};

/** As a compiled program, with the colours and the logo of the one that ships. */
export function writeHandWritten(folder: string, shipped: Tree, appId: string): void {
  const files = new Map<string, string | Buffer>(Object.entries(PAGE));
  for (const name of ['theme.wxss', 'logo.png']) {
    const content = shipped.get(`brand/${name}`);
    if (content === undefined) throw new Error(`what ships has no brand/${name}`);
    files.set(name, content);
  }
  files.set(
    '../project.config.json',
    JSON.stringify({ compileType: 'miniprogram', miniprogramRoot: 'program/', appid: appId }),
  );
  for (const [path, content] of files) {
    const target = join(folder, 'program', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
