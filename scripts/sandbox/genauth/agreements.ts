import type { TenantAgreement } from '../contract/tenant';

export const demoAgreements: readonly TenantAgreement[] = [
  agreement(
    1,
    'zh-CN',
    '我已阅读并同意 <a href="https://core.genauth.ai/terms">《用户协议》</a>',
    2,
  ),
  agreement(
    2,
    'zh-CN',
    '我已阅读并同意 <a href="https://core.genauth.ai/privacy">《隐私政策》</a>',
    2,
  ),
  agreement(
    3,
    'en-US',
    'I agree to the <a href="https://core.genauth.ai/terms">Terms of Service</a>',
    2,
  ),
  agreement(
    4,
    'en-US',
    'I agree to the <a href="https://core.genauth.ai/privacy">Privacy Policy</a>',
    2,
  ),
  agreement(
    5,
    'zh-CN',
    '注册时同意 <a href="https://core.genauth.ai/register">《注册须知》</a>',
    0,
  ),
];

function agreement(
  id: number,
  lang: TenantAgreement['lang'],
  title: string,
  availableAt: TenantAgreement['availableAt'],
): TenantAgreement {
  return { id, title, lang, required: true, order: id, availableAt };
}
