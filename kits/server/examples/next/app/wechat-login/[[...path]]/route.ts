import { createLoginHandler } from '../../../../login';

/** Next.js, app router: one route handler for `/wechat-login` and everything below it. */
const login = createLoginHandler(process.env);

export const POST = (request: Request): Promise<Response> => login(request);
