/** Words in the languages that `x-authing-lang` can ask for here. */
export interface ApiCodeWords {
  readonly en: string;
  readonly zh: string;
}

/** A refusal that GenAuth documents a number for. */
interface ApiCode extends ApiCodeWords {
  readonly statusCode: number;
}

/**
 * Every apiCode that can meet a sign-in by WeChat, as documented. docs/genauth.md#what-apicode-says
 */
export const API_CODES: Readonly<Record<number, ApiCode>> = {
  1002: refusal(429, 'Too many requests, try again later', '请求过于频繁，请稍后再试'),
  1577: refusal(403, 'The device is disabled', '设备已停用'),
  1578: refusal(403, 'The device is suspended', '设备已挂起'),
  1635: refusal(403, 'Multi-factor authentication must be set up', '需要绑定多因素认证'),
  1636: refusal(403, 'Multi-factor authentication is needed', '需要进行多因素认证'),
  1639: refusal(403, 'The password must be reset', '需要重置密码'),
  1640: refusal(403, 'Bind an existing account first', '请先绑定已有账号'),
  1641: refusal(
    403,
    'Bind an existing account or create one first',
    '请先绑定已有账号或创建新账号',
  ),
  1642: refusal(403, 'Complete your information first', '请先补全信息'),
  1643: refusal(403, 'Unlock the account yourself first', '请先自助解锁账号'),
  1699: refusal(403, 'The flow was aborted', '流程已终止'),
  2004: refusal(404, 'User not found', '用户不存在'),
  2005: refusal(403, 'The account is locked', '账号已锁定'),
  2011: refusal(404, 'No such application', '应用不存在'),
  2020: refusal(401, 'Not logged in', '尚未登录'),
  2031: refusal(403, 'Registration is disabled', '应用已关闭注册'),
  2057: refusal(403, 'Too many failures', '失败次数过多'),
  2058: refusal(403, 'The password must be changed', '需要修改密码'),
  2224: refusal(404, 'No such user pool', '用户池不存在'),
  2333: refusal(401, 'Wrong credentials', '账号或凭证错误'),
  4021: refusal(402, 'The user pool has an unpaid bill', '用户池已欠费'),
  2120008: refusal(
    403,
    'The account is suspended or not in the tenant',
    '用户已停用或不是此租户成员',
  ),
  2130010: refusal(403, 'No permission to log in to this tenant', '用户无权限登录此租户'),
};

function refusal(statusCode: number, en: string, zh: string): ApiCode {
  return { statusCode, en, zh };
}
