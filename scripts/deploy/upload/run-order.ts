import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { officialTool, openProject, readToolError } from '../official-tool';
import type { Order } from './order';
import { claim, type Silence, settle, type UploadOutcome } from './record';
import { refusalIn } from './refusal';
import { thisProcess } from './sender';

/** What the sending process reports while it is at it. */
export type SenderMessage =
  | { readonly progress: string }
  | { readonly outcome: UploadOutcome }
  /** It takes another order. */
  | { readonly isReady: true };

/** Until the first question to WeChat the tool reads and packs, which takes seconds. ms. */
const PREPARES_AT_MOST = 120_000;

/**
 * Sends one order with the official tool, and writes down what came of it; nothing where another
 * process has begun the same. One at a time in a process.
 *
 * @param begin Called when it can't be taken back any more.
 * @returns Whether the tool is as it was before, so that this process may send another order: not
 *   after one that did not arrive, of which something may still be under way.
 */
export async function runOrder(
  what: Order,
  report: (message: SenderMessage) => Promise<void>,
  begin: () => void = () => undefined,
): Promise<boolean> {
  try {
    if (claim(what.record, { state: 'sending', by: thisProcess(what.limit) }) === 'taken')
      return true;
  } catch (error) {
    // A full disk, say: nothing has begun.
    await report({ outcome: { ...explain(error, false), mayHaveArrived: false } });
    return true;
  }
  begin();
  const startedAt = performance.now();
  const questions = watchQuestions(what.timeout);
  const done = await Promise.race([
    questions.silence,
    send(what, report).catch((error: unknown) => explain(error, questions.isOnItsWay())),
  ]);
  questions.end();
  const outcome = done.state === 'sent' ? { ...done, ms: performance.now() - startedAt } : done;
  try {
    settle(what.record, outcome);
  } finally {
    // Whoever waits has to know, also where the disk does not take it.
    await report({ outcome });
  }
  return outcome.state === 'sent';
}

const asks = 'http.client.request.start';

interface Questions {
  /** Whether the package has been given to the network; the tool's errors don't tell. */
  isOnItsWay(): boolean;
  /**
   * Comes when WeChat has not answered for so long (from each question again), or the tool never
   * gets as far as a question.
   */
  readonly silence: Promise<UploadOutcome>;
  end(): void;
}

/** @param patience ms. */
function watchQuestions(patience: number): Questions {
  let isOnItsWay = false;
  let give: (what: Silence['what'], time: number) => void = () => undefined;
  const silence = new Promise<UploadOutcome>((resolve) => {
    give = (what, time) =>
      resolve({ ...failed('timeout', what, isOnItsWay), silence: { what, seconds: time / 1_000 } });
  });
  let timer = setTimeout(() => give('nothing-asked', PREPARES_AT_MOST), PREPARES_AT_MOST);
  const heard = (message: unknown) => {
    const path: unknown = Reflect.get(Object(Reflect.get(Object(message), 'request')), 'path');
    // What the tool reports of the upload before this one is no question of this one.
    if (typeof path !== 'string' || !path.startsWith('/wxa/ci/')) return;
    if (/^\/wxa\/ci\/(?:upload|testSourceURL)\b/.test(path)) isOnItsWay = true;
    clearTimeout(timer);
    timer = setTimeout(() => give('no-answer', patience), patience);
  };
  subscribe(asks, heard);
  return {
    isOnItsWay: () => isOnItsWay,
    silence,
    end() {
      clearTimeout(timer);
      unsubscribe(asks, heard);
    },
  };
}

async function send(
  what: Order,
  report: (message: SenderMessage) => Promise<void>,
): Promise<UploadOutcome> {
  const ci = officialTool();
  if (what.proxy !== null) ci.proxy(what.proxy);
  const options = {
    project: openProject({ folder: what.project, appId: what.appId, privateKey: what.privateKey }),
    version: what.version,
    desc: what.description,
    robot: what.robot,
    setting: { useProjectConfig: true },
    useCOS: false,
    onProgressUpdate: (progress: unknown) => void report({ progress: wordsOf(progress) }),
  };
  const preview = { ...options, ...previewOf(what) };
  const isUpload = what.kind === 'upload';
  // @ts-expect-error its class lacks an `| undefined` to be its own interface under exactOptionalPropertyTypes.
  const answer = await (isUpload ? ci.upload(options) : ci.preview(preview));
  const packages = answer.subPackageInfo ?? [];
  // A server that answers 500 with errCode 0 counts as success with the tool.
  if (packages.length === 0) {
    const what = 'no-package';
    return { ...failed('no-answer', what, true), silence: { what, seconds: 0 } };
  }
  return { state: 'sent', packages: packages.map(({ name, size }) => ({ name, size })), ms: 0 };
}

function previewOf({ qrFile, launch }: Order) {
  return {
    qrcodeFormat: 'image',
    qrcodeOutputDest: qrFile,
    ...(launch === null ? {} : { pagePath: launch.path, searchQuery: launch.query }),
  };
}

function explain(error: unknown, isOnItsWay: boolean): Extract<UploadOutcome, { state: 'failed' }> {
  const { code = 'error', message } = readToolError(error);
  return failed(code, message, isOnItsWay && refusalIn(message) === null);
}

function failed(code: number | string, message: string, mayHaveArrived: boolean) {
  return { state: 'failed', code, message, mayHaveArrived } as const;
}

function wordsOf(progress: unknown): string {
  if (typeof progress === 'string') return progress;
  const message: unknown = Reflect.get(Object(progress), 'message');
  return typeof message === 'string' ? message : '';
}
