import { getRequestListener } from '@hono/node-server';
import express, { type Express } from 'express';

/**
 * An Express application: `expressApp(login).listen(8080)`. It comes before `express.json()`, or
 * the body would have been read already.
 */
export function expressApp(login: (request: Request) => Promise<Response>): Express {
  const app = express();
  const listener = getRequestListener(login);
  app.use((request, response, next) => {
    if (!/^\/wechat-login(?:\/|$)/.test(request.path)) return next();
    listener(request, response).catch(next);
  });
  app.use(express.json());
  return app;
}
