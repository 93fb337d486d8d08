import { guardLocalServer } from '@mini-login/local-server/guard';
import { Hono } from 'hono';
import { readApiTable } from './api-table';
import { buildBundles } from './bundles';
import { listen } from './listen';
import type { SimulatorOptions } from './options';
import { readProject } from './project';
import { routes } from './routes';
import { openSources } from './sources';

/** A running simulator: serves phones to browsers. */
export interface Simulator {
  /** `http://127.0.0.1:49152` */
  readonly url: string;
  /** The phone page; its settings go in the query, see `phone/settings.ts`. */
  readonly phoneUrl: string;
  /** More pages on the same origin, from now on; what they don't have is the simulator's. */
  serve(routes: Hono): void;
  close(): Promise<void>;
}

/**
 * Builds the browser's code and listens on 127.0.0.1.
 *
 * @throws When the port is taken, or the simulator's own code does not build.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const sources = openSources(options.project, options.watch ?? false);
  const [bundles] = await Promise.all([buildBundles(), sources.program(), sources.ready]);
  const app = new Hono();
  let url = '';
  app.use(
    guardLocalServer({
      origins: () => [url],
      ...(options.passesOn ? { passesOn: options.passesOn } : {}),
    }),
  );
  const later: Hono[] = [];
  app.use(async (c, next) => {
    for (const each of later) {
      const answer = await each.fetch(c.req.raw, c.env);
      if (answer.status !== 404) return answer;
    }
    await next();
    return undefined;
  });
  options.routes?.(app);
  app.route(
    '/',
    routes({
      ...options,
      bundles,
      sources,
      config: {
        apis: readApiTable(),
        programName: options.programName ?? readProject(options.project).name,
        programIcon: options.programIcon ?? '',
        storage: options.storage ?? 'kept',
        strict: options.strict ?? false,
        privacyScopes: options.privacyScopes ?? null,
        businessDomains: options.businessDomains ?? [],
      },
    }),
  );
  const listening = await listen(app, options.port ?? 0);
  url = listening.url;
  return {
    url,
    phoneUrl: `${url}/phone`,
    serve: (routes) => void later.push(routes),
    async close() {
      await sources.close();
      await listening.close();
    },
  };
}
