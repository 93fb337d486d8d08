import type { NetReason } from '../../../contract/gate';
import type { Misbehaviour } from '../../../contract/misbehaviour';
import type { DeviceInfo } from '../../../contract/process';

/**
 * https://developers.weixin.qq.com/miniprogram/dev/framework/usability/PublicErrno.html; what has
 * no own number is 600001.
 */
const errnos: Partial<Record<NetReason, number>> = {
  timeout: 5,
  undeclared: 600_002,
  interrupted: 600_003,
  'invalid url': 600_009,
};

/** What every phone says alike. */
const plain: Partial<Record<NetReason, string>> = {
  timeout: 'timeout',
  undeclared: 'url not in domain list',
};

/** Android's network library. */
const cronet: Partial<Record<NetReason, string>> = {
  offline: 'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED',
  unreachable: 'errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED',
  unresolved: 'errcode:-105 cronet_error_code:-105 error_msg:net::ERR_NAME_NOT_RESOLVED',
  redirects: 'errcode:-310 cronet_error_code:-310 error_msg:net::ERR_TOO_MANY_REDIRECTS',
};

const taiwan = {
  timeout: '請求逾時。',
  offline: '網際網路連線已中斷。',
  unreachable: '無法連接伺服器。',
  unresolved: '找不到使用指定主機名稱的伺服器。',
};

/** iOS writes in the phone's language (docs/wechat.md#request-errors-are-worded-by-the-phone). */
const apple: Readonly<Record<DeviceInfo['language'], Partial<Record<NetReason, string>>>> = {
  zh_CN: {
    timeout: '请求超时。',
    offline: '似乎已断开与互联网的连接。',
    unreachable: '未能连接到服务器。',
    unresolved: '未能找到使用指定主机名的服务器。',
  },
  zh_TW: taiwan,
  zh_HK: taiwan,
  en: {
    timeout: 'The request timed out.',
    offline: 'The Internet connection appears to be offline.',
    unreachable: 'Could not connect to the server.',
    unresolved: 'A server with the specified hostname could not be found.',
  },
  ja: {
    timeout: '要求がタイムアウトになりました。',
    offline: 'インターネット接続がオフラインのようです。',
    unreachable: 'サーバに接続できませんでした。',
    unresolved: '指定されたホスト名のサーバが見つかりませんでした。',
  },
};

/** Why an exchange failed, as this phone's WeChat says it. */
export function failureOf(
  service: string,
  reason: NetReason,
  { language }: Pick<DeviceInfo, 'language'>,
  wording: Misbehaviour['wording'],
) {
  const own = wording === 'localized' ? apple[language] : cronet;
  const text = own[reason] ?? plain[reason] ?? cronet[reason] ?? reason;
  return {
    ok: false,
    errMsg: `${service}:fail ${text}`,
    errno: errnos[reason] ?? 600_001,
  } as const;
}
