/** How WeChat hands an answer to an app: `extMsg` of the first, `message.messageExt` of the second. */
export interface VectorDelivery {
  readonly by: 'WXLaunchMiniProgram.Resp' | 'ShowMessageFromWX.Req';
  readonly text: string;
}
