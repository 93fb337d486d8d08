import { Hono } from 'hono';

/** A Hono application: `serve({fetch: honoApp(login).fetch, port: 8080})`. */
export function honoApp(login: (request: Request) => Promise<Response>): Hono {
  const app = new Hono();
  app.all('/wechat-login/*', (c) => login(c.req.raw));
  app.all('/wechat-login', (c) => login(c.req.raw));
  return app;
}
