import type { Refusals } from '../base/http';
import { platformErrors } from '../contract/platform-errors';
import { wechatErrors } from '../contract/wechat-errors';

/** How WeChat says no where no endpoint of its own has an answer: HTTP 200 and an `errcode`. */
export const wechatRefusals: Refusals = {
  foreignFaults: ['api-code', 'status-code'],
  fault(fault, c) {
    // What the phone asks for has no errcode: a wx API gives a code that is expired or used, and
    // fails with `errMsg`.
    if (c.req.path.startsWith('/client/')) return undefined;
    switch (fault.kind) {
      case 'errcode':
        return Response.json(
          [...Object.values(wechatErrors), ...Object.values(platformErrors)].find(
            ({ errcode }) => errcode === fault.errcode,
          ),
        );
      case 'expired-code':
        return Response.json(wechatErrors.badCode);
      case 'used-code':
        return Response.json(wechatErrors.usedCode);
      default:
        return undefined;
    }
  },
  http(c, status, detail) {
    if (c.req.path.startsWith('/client/')) return Response.json({ error: detail }, { status });
    return Response.json({ ...errorOf(status, c.req.method), detail });
  },
};

function errorOf(status: number, method: string) {
  switch (status) {
    case 404:
      return wechatErrors.badUrl;
    case 405:
      return method === 'POST' ? wechatErrors.mustBeGet : wechatErrors.mustBePost;
    case 413:
      return wechatErrors.tooLarge;
    case 400:
      return wechatErrors.badFormat;
    default:
      return wechatErrors.busy;
  }
}
