import { z } from 'zod';
import type { Account, Accounts, WechatIdentity } from './accounts';
import { errors, ok, type Result, refused } from './answer';
import type { Connection } from './tenant';
import type { WechatGateway } from './wechat-gateway';

const wechatCode = z.strictObject({
  code: z.string().min(1),
  encryptedData: z.string().min(1).optional(),
  iv: z.string().min(1).optional(),
});
const options = z.strictObject({
  scope: z.string().optional(),
  context: z.record(z.string(), z.unknown()).optional(),
  tenantId: z.string().optional(),
  customData: z.record(z.string(), z.unknown()).optional(),
});
const common = {
  extIdpConnidentifier: z.string().min(1),
  options: options.optional(),
  client_id: z.string().optional(),
  client_secret: z.never({ error: 'a public client must not send client_secret' }).optional(),
};

const codeAndPhone = {
  connection: z.literal('wechat_mini_program_code_and_phone'),
  wechatMiniProgramCodeAndPhonePayload: z.strictObject({
    wxLoginInfo: wechatCode,
    wxPhoneInfo: z.strictObject({ code: z.string().min(1) }),
  }),
};
const code = { connection: z.literal('wechat_mini_program_code'), wechatMiniProgramCodePayload: wechatCode };
const phone = {
  connection: z.literal('wechat_mini_program_phone'),
  wechatMiniProgramPhonePayload: z.strictObject({
    encryptedData: z.string().min(1),
    iv: z.string().min(1),
    code: z.string().min(1),
  }),
};

/** The body of `signin-by-mobile`: one connection, its one payload, nothing else. */
export const signInMessage = z.discriminatedUnion('connection', [
  z.strictObject({ ...common, ...codeAndPhone }),
  z.strictObject({ ...common, ...code }),
  z.strictObject({ ...common, ...phone }),
]);

/** The same to mint a ticket: ours, see `TicketPolicy.endpoint`. */
const pool = { userPoolId: z.string() };
export const mintMessage = z.discriminatedUnion('connection', [
  z.strictObject({ ...common, ...pool, ...codeAndPhone }),
  z.strictObject({ ...common, ...pool, ...code }),
  z.strictObject({ ...common, ...pool, ...phone }),
]);

export type SignInMessage = z.infer<typeof signInMessage>;

/** From WeChat's codes to an account. */
export class SignIn {
  constructor(
    readonly connection: Connection,
    readonly gateway: WechatGateway,
    readonly accounts: Accounts,
  ) {}

  async byMessage(message: SignInMessage): Promise<Result<Account>> {
    if (message.extIdpConnidentifier !== this.connection.identifier) return refused(errors.noSuchConnection);
    const identity = await this.#identify(message);
    return identity.ok ? this.accounts.admit(identity.value) : identity;
  }

  /** Both of WeChat's codes, as the Guard SDK passes them on; the phone's may be missing. */
  async byCodes(loginCode: string, phoneCode: string | undefined): Promise<Result<Account>> {
    const identity = await this.#withPhoneCode(loginCode, phoneCode);
    return identity.ok ? this.accounts.admit(identity.value) : identity;
  }

  async #identify(message: SignInMessage): Promise<Result<WechatIdentity>> {
    switch (message.connection) {
      case 'wechat_mini_program_code_and_phone': {
        const { wxLoginInfo, wxPhoneInfo } = message.wechatMiniProgramCodeAndPhonePayload;
        return this.#withPhoneCode(wxLoginInfo.code, wxPhoneInfo.code);
      }
      case 'wechat_mini_program_code':
        return this.#withPhoneCode(message.wechatMiniProgramCodePayload.code, undefined);
      case 'wechat_mini_program_phone': {
        const { encryptedData, iv, code: loginCode } = message.wechatMiniProgramPhonePayload;
        const session = await this.gateway.session(loginCode);
        if (!session.ok) return session;
        const number = this.gateway.decryptPhone(encryptedData, iv, session.value);
        return number.ok ? ok({ ...session.value, phone: number.value }) : number;
      }
    }
  }

  async #withPhoneCode(loginCode: string, phoneCode: string | undefined): Promise<Result<WechatIdentity>> {
    const session = await this.gateway.session(loginCode);
    if (!session.ok) return session;
    if (phoneCode === undefined) return ok({ ...session.value, phone: null });
    const number = await this.gateway.phone(phoneCode);
    return number.ok ? ok({ ...session.value, phone: number.value }) : number;
  }
}
