/**
 * What the kit uses of `@tencent/wechat_open_sdk` 1.0.15, written from what the package itself and
 * the apps that use it show. No part of the kit: an app has the real one.
 */
declare module '@tencent/wechat_open_sdk' {
  import type { common, Want } from '@kit.AbilityKit';

  class BaseReq {
    private readonly request: never;
  }

  class BaseResp {
    errCode: number;
    errStr?: string;
    private readonly response: never;
  }

  class LaunchMiniProgramReq extends BaseReq {
    userName?: string;
    path?: string;
    miniprogramType?: number;
  }

  class LaunchMiniProgramResp extends BaseResp {
    extMsg?: string;
  }

  class LaunchFromWXReq extends BaseReq {
    message?: { messageExt?: string; messageAction?: string };
    lang?: string;
    country?: string;
  }

  interface WXApiEventHandler {
    onReq: (request: BaseReq) => void;
    onResp: (response: BaseResp) => void;
  }

  interface WXApi {
    isWXAppInstalled(): boolean;
    sendReq(context: common.UIAbilityContext, request: BaseReq): Promise<boolean>;
    handleWant(want: Want, handler: WXApiEventHandler): boolean;
  }

  namespace WXAPIFactory {
    function createWXAPI(appId: string): WXApi;
  }
}
