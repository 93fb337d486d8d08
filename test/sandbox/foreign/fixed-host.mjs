import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { finish } from './person.mjs';

// As a Guard SDK asks first: the host is a constant of the SDK.
const { HTTPS_PROXY = '', PUBLIC = '' } = process.env;
const agent = new HttpsProxyAgent(HTTPS_PROXY);
const get = (url) =>
  new Promise((resolve, reject) => {
    request(url, { agent }, (response) => text(response).then(resolve, reject))
      .on('error', reject)
      .end();
  });
const config = (host) => get(`https://${host}/api/v2/applications/${PUBLIC}/public-config`);
const hosts = ['core.genauth.ai', 'core.authing.cn', 'my-pool.authing.cn', 'console.authing.cn'];
const answers = await Promise.all(hosts.map(config));
const refused = await get('https://example.com/').catch((error) => String(error.message));
finish({ names: answers.map((answer) => JSON.parse(answer).data.name), refused });
