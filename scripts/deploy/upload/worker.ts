import { subscribe } from 'node:diagnostics_channel';
import { endOwnGroup } from '@mini-login/platform/processes';
import { giveProcessToTool, officialTool, openProject, readToolError } from '../official-tool';
import { type Order, order } from './order';
import { claim, settle, type UploadOutcome } from './record';
import { refusalIn } from './refusal';
import { thisProcess } from './sender';

/**
 * One upload, in a process of its own: the official tool keeps state per process, never gives up
 * waiting, and leaves children behind. It goes on when whoever started it dies, and writes down
 * what came of it: what has begun to be sent can't be taken back.
 */
giveProcessToTool();
process.once('message', (message) => void run(order.parse(message)).finally(endOwnGroup));
// Whoever started this died before saying what to send.
process.once('disconnect', () => setTimeout(() => (isUnderWay ? undefined : endOwnGroup()), 0));

let isUnderWay = false;

/** Until the first question to WeChat the tool reads and packs, which takes seconds. ms. */
const PREPARES_AT_MOST = 120_000;

/** Whether the package has been given to the network; the tool's errors don't tell. */
let isOnItsWay = false;
const asks = 'http.client.request.start';
subscribe(asks, (message) => {
  const path: unknown = Reflect.get(Object(Reflect.get(Object(message), 'request')), 'path');
  if (typeof path === 'string' && /^\/wxa\/ci\/(?:upload|testSourceURL)\b/.test(path))
    isOnItsWay = true;
});

async function run(what: Order): Promise<void> {
  try {
    if (claim(what.record, { state: 'sending', by: thisProcess(what.limit) }) === 'taken') return;
  } catch (error) {
    // A full disk, say: nothing has begun.
    return report({ outcome: { ...explain(error), mayHaveArrived: false } });
  }
  isUnderWay = true;
  const startedAt = performance.now();
  const done = await Promise.race([silence(what.timeout), send(what).catch(explain)]);
  const outcome = done.state === 'sent' ? { ...done, ms: performance.now() - startedAt } : done;
  try {
    settle(what.record, outcome);
  } finally {
    // Whoever waits has to know, also where the disk does not take it.
    await report({ outcome });
  }
}

/**
 * Comes when WeChat has not answered for so long (ms, from each question again), or the tool never
 * gets as far as a question.
 */
function silence(patience: number): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    const give = (message: string) => resolve(failed('timeout', message, isOnItsWay));
    let timer = setTimeout(
      () => give(`nothing was asked of WeChat in ${PREPARES_AT_MOST / 1000} s`),
      PREPARES_AT_MOST,
    );
    subscribe(asks, () => {
      clearTimeout(timer);
      timer = setTimeout(() => give(`no answer in ${patience / 1000} s`), patience);
    });
  });
}

async function send(what: Order): Promise<UploadOutcome> {
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
  if (packages.length === 0) return failed('no-answer', 'the answer names no package', true);
  return { state: 'sent', packages: packages.map(({ name, size }) => ({ name, size })), ms: 0 };
}

/** Whoever started this may be gone, also in this very moment. */
function report(message: { readonly progress: string } | { readonly outcome: UploadOutcome }) {
  return new Promise<void>((resolve) => {
    if (!process.connected || process.send === undefined) return resolve();
    process.send(message, undefined, undefined, () => resolve());
  });
}

function previewOf({ qrFile, launch }: Order) {
  return {
    qrcodeFormat: 'image',
    qrcodeOutputDest: qrFile,
    ...(launch === null ? {} : { pagePath: launch.path, searchQuery: launch.query }),
  };
}

function explain(error: unknown): Extract<UploadOutcome, { state: 'failed' }> {
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
