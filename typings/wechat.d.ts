/** What miniprogram-api-typings 5.2.3 lacks. Each gap with its source. */
declare namespace WechatMiniprogram {
  interface NavigateBackApplicationOption {
    /** Becomes `WXLaunchMiniProgram.Resp.extMsg` in the app. */
    extraData?: string | IAnyObject;
    success?: (result: GeneralCallbackResult) => void;
    /** Known: `navigateBackApplication:fail:not from opensdk`. */
    fail?: (error: GeneralCallbackResult) => void;
  }

  interface Wx {
    /**
     * Goes back to the app that opened the program. Named by the handlers of WeChat's OpenSDK,
     * absent from the typings and from older clients: ask `typeof` first.
     */
    navigateBackApplication?: (option: NavigateBackApplicationOption) => void;
  }
}
