import { fail, ok, type RunService } from './service';

/** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/login/wx.login.html */
export const login: RunService = async (_, { network, server, program, person, unreached }) => {
  if (network.mode === 'offline') return unreached('login', 'offline');
  try {
    const { code, errMsg, errno } = await server.cloud('login', {
      appid: program.appId,
      person: person(),
    });
    if (typeof errMsg === 'string')
      return fail(errMsg, typeof errno === 'number' ? errno : undefined);
    return ok({ code });
  } catch (error) {
    return fail(`login:fail ${String(error)}`, 600_001);
  }
};

/** The session is good as long as the cloud can be asked. */
export const checkSession: RunService = async (_, { network, unreached }) =>
  network.mode === 'offline' ? unreached('checkSession', 'offline') : ok();
