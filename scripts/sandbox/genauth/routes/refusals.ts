import type { Context } from 'hono';
import type { Env, Refusals } from '../../base/http';
import type { Fault } from '../../contract/fault';
import { type ApiError, apiError, errors, refused, v2, v3 } from '../answer';
import { answerLang } from './request';

/**
 * How GenAuth says no to what no endpoint of its own has an answer for, in the envelope of the
 * path.
 */
export const genauthRefusals: Refusals = {
  foreignFaults: ['errcode', 'errMsg'],
  fault(fault, c) {
    const error = errorOf(fault);
    return error && envelope(c, error, 200);
  },
  http(c, status, detail) {
    return envelope(c, { statusCode: status, message: { en: detail, zh: detail } }, status);
  },
};

function errorOf(fault: Fault): ApiError | undefined {
  switch (fault.kind) {
    case 'api-code':
      return apiError(fault.apiCode);
    case 'status-code':
      return {
        statusCode: fault.statusCode,
        message: { en: 'Refused on demand', zh: '按要求拒绝' },
      };
    case 'expired-code':
      return errors.thirdPartyError('40029 invalid code');
    case 'used-code':
      return errors.thirdPartyError('40163 code been used');
    default:
      return undefined;
  }
}

function envelope(c: Context<Env>, error: ApiError, status: number): Response {
  const { path } = c.req;
  if (path.startsWith('/oidc/')) {
    return Response.json(
      { error: 'invalid_request', error_description: error.message.en },
      { status: status === 200 ? 400 : status },
    );
  }
  const body = path.startsWith('/api/v3/')
    ? v3(refused(error), answerLang(c))
    : v2(refused(error), answerLang(c));
  return Response.json(body, { status });
}
