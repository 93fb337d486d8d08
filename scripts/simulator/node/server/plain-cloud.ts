import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';

/**
 * For programs whose project brings no double of WeChat's cloud: what it answers has the right
 * shape and opens no door anywhere.
 */
export function plainCloud(): Hono {
  const app = new Hono();
  app.get('/people', (c) =>
    c.json([
      { id: 'somebody', name: 'Somebody', phone: '19900000001' },
      { id: 'no-phone', name: 'Nobody to call', phone: null },
    ]),
  );
  app.get('/privacy', (c) =>
    c.json({ needAuthorization: true, privacyContractName: '《小程序隐私保护指引》' }),
  );
  app.post('/login', (c) => c.json({ code: randomUUID() }));
  app.post('/phone-number', async (c) => {
    const { person } = await c.req.json();
    if (person === 'no-phone') return c.json({ errMsg: 'getPhoneNumber:fail 用户未绑定手机号' });
    return c.json({
      code: randomUUID(),
      encryptedData: btoa(randomUUID()),
      iv: btoa('0123456789abcdef'),
      cloudID: randomUUID(),
    });
  });
  return app;
}
