import WechatAPI from 'co-wechat-api';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { finish } from './person.mjs';

// Its host is built in; an agent is what it lets one set.
const { APPID = '', APP_SECRET = '', HTTPS_PROXY = '' } = process.env;
const api = new WechatAPI(APPID, APP_SECRET);
api.setOpts({ agent: new HttpsProxyAgent(HTTPS_PROXY) });
const token = await api.ensureAccessToken();
finish({ accessToken: token.accessToken, valid: token.isValid() });
