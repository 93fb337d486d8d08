import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

/**
 * A Fastify application: `fastifyApp(login).listen({port: 8080})`. Fastify has read the body
 * already, so the request is made from it.
 */
export function fastifyApp(login: (request: Request) => Promise<Response>): FastifyInstance {
  const app = Fastify();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const { method, headers, body } = request;
    const answer = await login(
      new Request(`http://${request.host}${request.url}`, {
        method,
        headers: { 'content-type': headers['content-type'] ?? '' },
        ...(method === 'GET' || body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    return reply
      .code(answer.status)
      .headers(Object.fromEntries(answer.headers))
      .send(await answer.text());
  };
  app.all('/wechat-login', handler);
  app.all('/wechat-login/*', handler);
  return app;
}
