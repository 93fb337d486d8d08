import { call, formBody, jsonBody } from './call.ts';
import { signedIn } from './conclusion.ts';
import { isRecord, parseRecord, text } from './json.ts';
import { Refused } from './refused.ts';
import type { AppPlatform, AppRegistration, Conclusion } from './types.ts';

const APP_LAUNCH = 'wechat:miniprogram:app-launch';

/**
 * What the Guard SDK does with WeChat's codes. As there, an empty text is a refusal, and any other
 * text that has no `code` in it is sent on as it is for GenAuth to refuse.
 */
export async function concludeCodes(
  answer: string,
  scope: string,
  registration: AppRegistration,
  platform: AppPlatform,
): Promise<Conclusion> {
  const codes = readCodes(answer);
  const { genauth, appId } = registration;

  const signIn = await call(
    platform,
    `${genauth}/api/v2/ecConn/wechatminiprogramapplaunch/authByCode`,
    jsonBody(
      {
        connId: await connectionId(registration, platform),
        iv: '',
        encryptedData: '',
        ...codes,
      },
      { 'x-authing-app-id': appId },
    ),
  );
  const token = isRecord(signIn.body.data) ? text(signIn.body.data.token) : null;
  if (signIn.status !== 200 || signIn.body.code !== 200 || !token) {
    const apiCode = typeof signIn.body.code === 'number' ? { apiCode: signIn.body.code } : {};
    throw new Refused(
      'exchange_failed',
      text(signIn.body.message) ?? 'GenAuth refused the codes',
      apiCode,
    );
  }

  const grant = 'http://authing.cn/oidc/grant_type/authing_token';
  const tokens = await call(
    platform,
    `${genauth}/oidc/token`,
    formBody({ grant_type: grant, client_id: appId, token, scope }),
  );
  const accessToken = text(tokens.body.access_token);
  if (tokens.status !== 200 || !accessToken)
    throw new Refused(
      'exchange_failed',
      `No access token: ${text(tokens.body.error) ?? 'unknown'}`,
    );
  const me = await call(platform, `${genauth}/oidc/me`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  if (me.status !== 200 || !text(me.body.sub))
    throw new Refused('exchange_failed', 'GenAuth did not say who signed in');
  return signedIn(me.body, tokens.body);
}

/** What the Guard SDK goes on with. */
export function readCodes(answer: string): {
  readonly code: string | null;
  readonly phoneInfoCode: string;
} {
  if (answer === '') throw new Refused('denied', 'The person refused, or it did not work');
  const { code, phoneInfoCode } = parseRecord(answer) ?? {};
  return { code: text(code), phoneInfoCode: text(phoneInfoCode) ?? '' };
}

/** The Guard SDK learns its connection from the public configuration. */
async function connectionId(
  { console, appId }: AppRegistration,
  platform: AppPlatform,
): Promise<string> {
  const config = await call(platform, `${console}/api/v2/applications/${appId}/public-config`);
  const connections =
    isRecord(config.body.data) && Array.isArray(config.body.data.ecConnections)
      ? config.body.data.ecConnections
      : [];
  const found: unknown = connections.find(
    (connection: unknown) => isRecord(connection) && connection.type === APP_LAUNCH,
  );
  return (isRecord(found) && text(found.id)) || '';
}
