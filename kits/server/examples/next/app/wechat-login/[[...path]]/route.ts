import { createLoginHandler } from '../../../../login';

/**
 * Next.js, app router: one route handler for `/wechat-login` and everything below it. It is made
 * by the first request, because `next build` loads this file without the server's secrets.
 */
let login: ReturnType<typeof createLoginHandler> | undefined;

export function POST(request: Request): Promise<Response> {
  login ??= createLoginHandler(process.env);
  return login(request);
}
