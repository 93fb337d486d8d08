import type { common, Want } from '@kit.AbilityKit';
import * as wechat from '@tencent/wechat_open_sdk';
import { DeliveredBy } from './server-login';

/** Gets every delivery: `text` is what the SDK hands over and may be undefined. */
export type OnDelivery = (by: DeliveredBy, text: string | undefined) => void;

/**
 * WeChat, for one app. Make one when the ability is created, and give it every Want: the SDK learns
 * where its answers go from `handleWant` alone, so the first answer after a cold start is lost
 * otherwise.
 */
export class Wechat implements wechat.WXApiEventHandler {
  private readonly api: wechat.WXApi;
  private readonly onDelivery: OnDelivery;

  constructor(appId: string, onDelivery: OnDelivery) {
    this.api = wechat.WXAPIFactory.createWXAPI(appId);
    this.onDelivery = onDelivery;
  }

  get isInstalled(): boolean {
    return this.api.isWXAppInstalled();
  }

  /** In `onCreate` and in `onNewWant` of the ability. */
  handleWant(want: Want): void {
    this.api.handleWant(want, this);
  }

  /** `type`: 0 released, 1 development, 2 trial. False when WeChat is not there or refused. */
  async openMiniProgram(
    context: common.UIAbilityContext,
    userName: string,
    path: string,
    type: number = 0,
  ): Promise<boolean> {
    if (!this.isInstalled) return false;
    const request = new wechat.LaunchMiniProgramReq();
    request.userName = userName;
    request.path = path;
    // The SDK's own spelling; WeChat's page has another.
    request.miniprogramType = type;
    return this.api.sendReq(context, request);
  }

  /** WeChat went back by itself. */
  onResp = (response: wechat.BaseResp): void => {
    if (response instanceof wechat.LaunchMiniProgramResp)
      this.onDelivery(DeliveredBy.Resp, response.extMsg);
  };

  /** The person tapped the program's button. */
  onReq = (request: wechat.BaseReq): void => {
    if (request instanceof wechat.LaunchFromWXReq)
      this.onDelivery(DeliveredBy.ShowMessage, request.message?.messageExt);
  };
}
