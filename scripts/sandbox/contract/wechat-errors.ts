export interface WechatError {
  readonly errcode: number;
  readonly errmsg: string;
}

/**
 * What WeChat's servers answer, each in HTTP 200.
 * https://developers.weixin.qq.com/doc/oplatform/Return_codes/Return_code_descriptions_new.html
 */
export const wechatErrors = {
  busy: { errcode: -1, errmsg: 'system error' },
  badToken: { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' },
  badGrantType: { errcode: 40002, errmsg: 'invalid grant_type' },
  badAppid: { errcode: 40013, errmsg: 'invalid appid' },
  badCode: { errcode: 40029, errmsg: 'invalid code' },
  badUrl: { errcode: 40066, errmsg: 'invalid url' },
  badSecret: { errcode: 40125, errmsg: 'invalid appsecret' },
  usedCode: { errcode: 40163, errmsg: 'code been used' },
  blocked: { errcode: 40226, errmsg: 'code blocked' },
  tokenMissing: { errcode: 41001, errmsg: 'access_token missing' },
  appidMissing: { errcode: 41002, errmsg: 'appid missing' },
  secretMissing: { errcode: 41004, errmsg: 'appsecret missing' },
  codeMissing: { errcode: 41008, errmsg: 'missing code' },
  tokenExpired: { errcode: 42001, errmsg: 'access_token expired' },
  mustBeGet: { errcode: 43001, errmsg: 'require GET method' },
  mustBePost: { errcode: 43002, errmsg: 'require POST method' },
  emptyPost: { errcode: 44002, errmsg: 'empty post data' },
  tooLarge: { errcode: 45002, errmsg: 'content size out of limit' },
  dailyLimit: { errcode: 45009, errmsg: 'reach max api daily quota limit' },
  tooOften: { errcode: 45011, errmsg: 'api minute-quota reach limit' },
  badFormat: { errcode: 47001, errmsg: 'data format error' },
} as const satisfies Record<string, WechatError>;
