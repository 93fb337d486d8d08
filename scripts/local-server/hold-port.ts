import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';

/** A port that stays open while one server after the other answers behind it. */
export interface HeldPort {
  readonly server: Server;
  /** `http://127.0.0.1:49152` */
  readonly url: string;
  /**
   * From now on this one answers.
   *
   * @returns Ends that, and the event streams: pages open them again by themselves. What is asked
   *   from then on waits for the next.
   */
  answer(listener: RequestListener): () => void;
  /** What is asked from now on waits, until what this returns is called. */
  pause(): () => void;
  close(): Promise<void>;
}

/**
 * On 127.0.0.1 alone; 0: any free port. A browser writes each request to a closed port to its console
 * in red, whatever the page does about it.
 *
 * @throws When the port is taken.
 */
export async function holdPort(port: number): Promise<HeldPort> {
  let current: RequestListener | null = null;
  let paused = false;
  let waiting: (readonly [IncomingMessage, ServerResponse])[] = [];
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.headers.accept === 'text/event-stream') {
      streams.add(response);
      response.once('close', () => streams.delete(response));
    }
    waiting.push([request, response]);
    resume();
  });
  const resume = () => {
    if (current === null || paused) return;
    const asked = waiting;
    waiting = [];
    for (const [request, response] of asked) void current(request, response);
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    server,
    url: `http://127.0.0.1:${address.port}`,
    answer(listener) {
      current = listener;
      resume();
      return () => {
        if (current === listener) current = null;
        for (const response of streams) response.end();
      };
    },
    pause() {
      paused = true;
      return () => {
        paused = false;
        resume();
      };
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
