import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Frame, Phone, TimelineEntry } from '@mini-login/simulator';
import type { StepLog, StepPicture } from '@mini-login/simulator/test';
import { type Picture, type RunOutcome, renderTrace } from './page';
import { writeRunIndex } from './run-index';

/** Records what happens on a phone, for one HTML file that opens without a server. */
export interface Trace {
  /** For `startAutomator({onFrame})`: the messages on the wire. */
  readonly onFrame: (frame: Frame) => void;
  /** Secrets are masked. Folders are made. */
  write(file: string, outcome: RunOutcome): Promise<void>;
  /** A test's steps; with `pictures: 'all'`, a picture before and after each. */
  recordSteps(log: StepLog): void;
  /** Records nothing more, and waits for the picture that is being taken. */
  stop(): Promise<void>;
}

export interface TraceOptions {
  /**
   * `all` (default): of each screen, each of WeChat's sheets and each step. `failed`: of the step
   * that fails and of the end, so that a test that passes takes none.
   */
  readonly pictures?: 'all' | 'failed';
}

/**
 * `const trace = startTrace(phone)`, and in the end `await trace.write('out/trace.html', { title
 * })`. Pictures are taken while the program goes on.
 */
export function startTrace(phone: Phone, { pictures: which = 'all' }: TraceOptions = {}): Trace {
  const frames: Frame[] = [];
  const pictures: Picture[] = [];
  const pictured = new Set<number>();
  let last: Promise<void> = Promise.resolve();
  let log: StepLog | null = null;

  const take = (entry: TimelineEntry | null) => {
    last = last.then(async () => {
      // A phone that was closed meanwhile has nothing to show.
      const picture = await pictureOf(phone, entry).catch(() => null);
      if (!picture) return;
      // The program did not wait: what is on such a picture is what came after.
      const isLate = entry !== null && isOver(entry, phone.timeline());
      pictures.push(isLate ? { ...picture, jpeg: null, wxml: '' } : picture);
    });
    return last;
  };
  const unsubscribe = phone.on('timeline', (entry) => {
    if (which === 'failed' || titleOf(entry) === null || pictured.has(entry.id)) return;
    pictured.add(entry.id);
    void take(entry);
  });

  return {
    onFrame: (frame) => void frames.push(frame),
    async write(file, outcome) {
      await take(null);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(
        file,
        renderTrace({
          ...outcome,
          ...{ entries: phone.timeline(), frames, pictures, steps: log?.steps ?? [] },
        }),
      );
      writeRunIndex(dirname(file));
    },
    recordSteps(steps) {
      log = steps;
      steps.record(() => stepPicture(phone), which === 'all' ? 'always' : 'failed');
    },
    async stop() {
      unsubscribe();
      await last;
    },
  };
}

async function stepPicture(phone: Phone): Promise<StepPicture> {
  const [jpeg, origin] = await Promise.all([
    phone.snapshot(),
    phone.evaluateInFrame(PLACE_OF_FRAME).catch(() => ({ x: 0, y: 0 })),
  ]);
  const { x = 0, y = 0 } = Object(origin);
  return { type: 'jpeg', base64: jpeg.toString('base64'), origin: { x: Number(x), y: Number(y) } };
}

const PLACE_OF_FRAME =
  '() => { const { left: x, top: y } = window.frameElement.getBoundingClientRect(); return { x, y }; }';

async function pictureOf(phone: Phone, entry: TimelineEntry | null): Promise<Picture> {
  const [jpeg, wxml] = await Promise.all([phone.snapshot(), wxmlInFront(phone)]);
  return {
    entry: entry?.id ?? null,
    at: Date.now(),
    title: (entry && titleOf(entry)) ?? 'the end',
    jpeg: jpeg.toString('base64'),
    wxml,
  };
}

/** Null: not worth a picture. */
function titleOf(entry: TimelineEntry): string | null {
  switch (entry.kind) {
    case 'screen':
      return entry.screen ?? entry.page;
    case 'sheet':
      return `sheet: ${entry.sheet}`;
    case 'error':
      return 'error';
    default:
      return null;
  }
}

/** Whether something else is to be seen by now. */
function isOver(entry: TimelineEntry, timeline: readonly TimelineEntry[]): boolean {
  if (entry.kind === 'error') return false;
  if (entry.kind === 'sheet' && entry.answer !== undefined) return true;
  const later = timeline.slice(timeline.findIndex(({ id }) => id === entry.id) + 1);
  return later.some(
    (each) =>
      each.kind === 'screen' ||
      each.kind === 'sheet' ||
      (each.kind === 'phone' && hides.has(each.what)),
  );
}

const hides: ReadonlySet<Extract<TimelineEntry, { kind: 'phone' }>['what']> = new Set([
  'background',
  'covered',
  'exit',
  'kill',
]);

async function wxmlInFront({ byId }: Phone): Promise<string> {
  try {
    const page = await byId.currentPage();
    if (!page) return '';
    const [root] = await byId.elementsByXpath(page.pageId, '/page');
    return root
      ? String(await byId.elementCall(page.pageId, root.elementId, { name: 'innerWxml' }))
      : '';
  } catch {
    // It ends, or stands still in the background.
    return '';
  }
}
