import type { Context } from './context';
import type { StepCamera, TestStep } from './steps';

/**
 * Who runs the tests and looks on: UI mode (`node/ui/jest-runner.mjs`). It stands on the global
 * object of the tests, and lives outside of it: a test's own clock does not stop it.
 */
export interface RunWatcher {
  /** A phone that this run starts, with the program of this folder, is going to listen there. */
  launching(wsEndpoint: string, project: string): void;
  /** A program is driven there. */
  connected(wsEndpoint: string): void;
  /** The test is done with it; true: whoever looks on ends it later. */
  keep(wsEndpoint: string): boolean;
  begin(step: TestStep): Promise<void>;
  /** Aborted when nobody wants what runs now to go on; null: nothing stops it. */
  stop(): AbortSignal | null;
  ready(step: TestStep): void;
  /** With what happened on the phone since the step before. */
  end(step: TestStep, entries: readonly unknown[]): void;
}

const KEY = Symbol.for('@mini-login/simulator run watcher');

/** Null: nobody looks on. */
export function runWatcher(): RunWatcher | null {
  // Put there by this package's own runner.
  return (Reflect.get(globalThis, KEY) as RunWatcher | undefined) ?? null;
}

/** Each step of this program is told to whoever looks on. */
export async function watchProgram({ mini, extras, log }: Omit<Context, 'timeout'>): Promise<void> {
  const watcher = runWatcher();
  if (!watcher) return;
  if (extras.isSimulator) watcher.connected(String((await extras.ask('endpoint')).wsEndpoint));
  let last = -1;
  const news = async (): Promise<readonly unknown[]> => {
    if (!extras.isSimulator) return [];
    const { entries, newest } = await extras.ask('timeline', { since: last });
    last = Number(newest);
    return Array.isArray(entries) ? entries : [];
  };
  log.watch({
    camera: extras.isSimulator ? phoneCamera({ extras }) : pageCamera({ mini }),
    begin: (step) => watcher.begin(step),
    ready: (step) => watcher.ready(step),
    end: async (step) => watcher.end(step, await news().catch(() => [])),
  });
}

function phoneCamera({ extras }: Pick<Context, 'extras'>): StepCamera {
  return async () => {
    const { data, origin, size } = await extras.ask('snapshot');
    // The simulator's own answer.
    const { x, y } = Object(origin);
    const { width, height } = Object(size);
    return { type: 'jpeg', base64: String(data), origin: { x, y }, size: { width, height } };
  };
}

/** DevTools shows the program's page alone. */
function pageCamera({ mini }: Pick<Context, 'mini'>): StepCamera {
  return async () => {
    const [base64, info]: [unknown, unknown] = await Promise.all([
      mini.screenshot(),
      mini.systemInfo(),
    ]);
    const { windowWidth: width, windowHeight: height } = Object(info);
    return typeof base64 === 'string' ? { type: 'png', base64, size: { width, height } } : null;
  };
}
