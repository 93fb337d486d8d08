import { z } from 'zod';
import type { App, Connection } from '../contract/tenant';
import type { Account, Accounts, WechatIdentity } from './accounts';
import { errors, ok, type Result, refused } from './answer';
import type { Tenant } from './tenant';
import type { WechatGateway } from './wechat-gateway';

const wechatCode = z.strictObject({
  code: z.string(),
  encryptedData: z.string().optional(),
  iv: z.string().optional(),
});
const options = z.strictObject({
  scope: z.string().optional(),
  context: z.record(z.string(), z.unknown()).optional(),
  tenantId: z.string().optional(),
  customData: z.record(z.string(), z.unknown()).optional(),
});
const common = {
  extIdpConnidentifier: z.string(),
  options: options.optional(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
};

const codeAndPhone = {
  connection: z.literal('wechat_mini_program_code_and_phone'),
  wechatMiniProgramCodeAndPhonePayload: z.strictObject({
    wxLoginInfo: wechatCode,
    wxPhoneInfo: z.strictObject({ code: z.string() }),
  }),
};
const code = {
  connection: z.literal('wechat_mini_program_code'),
  wechatMiniProgramCodePayload: wechatCode,
};
const phone = {
  connection: z.literal('wechat_mini_program_phone'),
  wechatMiniProgramPhonePayload: z.strictObject({
    encryptedData: z.string(),
    iv: z.string(),
    code: z.string(),
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

/**
 * What WeChat gave to the mini program: a login code, and a number by its own code or encrypted.
 */
export interface WechatProof {
  readonly loginCode: string;
  readonly phoneCode?: string | undefined;
  readonly encrypted?: { readonly encryptedData: string; readonly iv: string } | undefined;
}

/** From WeChat's codes to an account. */
export class SignIn {
  constructor(
    readonly tenant: Tenant,
    readonly gateway: WechatGateway,
    readonly accounts: Accounts,
  ) {}

  async byMessage(message: SignInMessage, app: App): Promise<Result<Account>> {
    const connection = this.tenant.connectionOf(app, message.extIdpConnidentifier);
    return connection
      ? this.byProof(proofOf(message), app, connection)
      : refused(errors.noSuchConnection);
  }

  async byProof(proof: WechatProof, app: App, connection: Connection): Promise<Result<Account>> {
    const identity = await this.#identify(proof, connection);
    return identity.ok ? this.accounts.admit(identity.value, app, connection) : identity;
  }

  async #identify(
    { loginCode, phoneCode, encrypted }: WechatProof,
    connection: Connection,
  ): Promise<Result<WechatIdentity>> {
    const session = await this.gateway.session(connection, loginCode);
    if (!session.ok) return session;
    const { openid, unionid } = session.value;
    if (phoneCode !== undefined) {
      const number = await this.gateway.phone(connection, phoneCode);
      return number.ok ? ok({ openid, unionid, phone: number.value }) : number;
    }
    if (encrypted === undefined) return ok({ openid, unionid, phone: null });
    const number = this.gateway.decryptPhone(connection, encrypted, session.value);
    return number.ok ? ok({ openid, unionid, phone: number.value }) : number;
  }
}

function proofOf(message: SignInMessage): WechatProof {
  switch (message.connection) {
    case 'wechat_mini_program_code_and_phone': {
      const { wxLoginInfo, wxPhoneInfo } = message.wechatMiniProgramCodeAndPhonePayload;
      return { loginCode: wxLoginInfo.code, phoneCode: wxPhoneInfo.code };
    }
    case 'wechat_mini_program_code':
      return { loginCode: message.wechatMiniProgramCodePayload.code };
    case 'wechat_mini_program_phone': {
      const { encryptedData, iv, code: loginCode } = message.wechatMiniProgramPhonePayload;
      return { loginCode, encrypted: { encryptedData, iv } };
    }
  }
}
