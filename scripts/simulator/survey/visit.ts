import { errorText } from '../contract/blame';
import { isMissing } from '../contract/places';
import type { CompileError } from '../contract/program';
import type { TimelineEntry } from '../contract/timeline';
import type { Phone } from '../node/api/types';
import { overPage } from './over-page';
import type { Entry } from './program';

export interface Visit extends Entry {
  /** The page that was asked for was loaded, and the process is up. */
  readonly launched: boolean;
  /**
   * Launched, neither the WXML nor the WXSS of the page in front has anything to draw, and nothing
   * is over it: nothing that WeChat could show either. Never shown, and never clean.
   */
  readonly empty: boolean;
  /**
   * Launched, something can be seen on the page in front or is open over it, and nothing that it
   * names is missing. A colour of the page alone, a toast or a loading is not enough.
   */
  readonly shown: boolean;
  /** Shown, and no error on the timeline but what the simulator refused by name. */
  readonly clean: boolean;
  /**
   * It asked a server and was not answered. Nobody's servers are there: what a page does without
   * them, nothing often, is not the simulator's.
   */
  readonly unanswered: boolean;
  /** It answered nothing within the limit: the phone is of no more use. */
  readonly hung: boolean;
  /** Everything loud, in order: what the program threw, and what the simulator refused. */
  readonly complaints: readonly Complaint[];
}

export interface Complaint {
  /**
   * `missing`: the program names what it does not have. `broken`: its JSON, WXML, WXSS or script is none to
   * WeChat's compiler either. `blank`: nothing can be seen but a colour. `empty`: nothing can be, because the
   * page has nothing to draw. `refused`: the simulator named something
   * that it does not have, and went on.
   */
  readonly kind: 'error' | 'missing' | 'broken' | 'blank' | 'empty' | 'refused';
  readonly message: string;
}

/**
 * Real time, ms: what a page does after its first paint, in timers of a second of the phone's
 * clock.
 */
const settle = { phone: 1_000, real: 100 };

/**
 * Launches one page in a fresh process on an open phone, and looks at what it says and shows.
 *
 * @param emptyPages Those that have nothing to draw, as the compiler has found them.
 */
export async function visit(
  phone: Phone,
  entry: Entry,
  limit: number,
  emptyPages: ReadonlySet<string>,
): Promise<Visit> {
  const before = phone.timeline().at(-1)?.id ?? -1;
  const said = () => phone.timeline().filter(({ id }) => id > before);
  try {
    await within(limit, phone.kill());
    const path = entry.query === '' ? entry.page : `${entry.page}?${entry.query}`;
    const { scene } = entry;
    await within(limit, phone.launch(scene === undefined ? { path } : { path, scene }));
    await within(limit, phone.clock.advance(settle.phone));
    await new Promise((resolve) => setTimeout(resolve, settle.real));
    // It may have gone elsewhere at once, as a page for members does: what counts is what is seen.
    const front = await within(limit, phone.miniProgram.currentPage());
    const isBlank = await within(limit, phone.byId.isBlank(front.id));
    const entries = said();
    const over = isBlank ? await within(limit, overPage(phone, entries)) : 'nothing';
    const complaints = [
      ...entries.flatMap(complaintOf),
      ...(isBlank && over !== 'surface'
        ? [nothingSeen(front.path, over === 'nothing' && emptyPages.has(front.path))]
        : []),
    ];
    const launched = entries.some(
      (each) => each.kind === 'lifecycle' && each.target === entry.page && each.hook === 'onLoad',
    );
    const has = (...kinds: readonly Complaint['kind'][]) =>
      complaints.some(({ kind }) => kinds.includes(kind));
    const empty = launched && has('empty');
    const shown = launched && !has('missing', 'blank', 'empty');
    const clean = shown && !has('error');
    const unanswered = entries.some(isUnanswered);
    return { ...entry, launched, empty, shown, clean, unanswered, hung: false, complaints };
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return {
      ...entry,
      ...{ launched: false, empty: false, shown: false, clean: false },
      unanswered: said().some(isUnanswered),
      hung: error instanceof TooLate,
      complaints: [
        ...(error instanceof TooLate ? [] : await whyNoLaunch(phone, entry.page)),
        ...said().flatMap(complaintOf),
        // What comes of the others, if there are any.
        { kind: 'error', message: `no launch: ${message}` },
      ],
    };
  }
}

function nothingSeen(page: string, isEmpty: boolean): Complaint {
  return isEmpty
    ? { kind: 'empty', message: "neither the page's WXML nor its WXSS has anything to draw" }
    : { kind: 'blank', message: `nothing can be seen on ${page} but its colour` };
}

/**
 * What keeps the page from starting because it is not there, a file or the page itself, or because
 * the compiler refuses it.
 */
async function whyNoLaunch(phone: Phone, page: string): Promise<Complaint[]> {
  const found = await phone.problems();
  // A script of no line is the whole program, which has failed in some other way.
  const isBroken = ({ kind, line }: CompileError) => kind !== 'script' || line !== undefined;
  const ofPage = (await phone.compileMessages()).filter(({ text }) =>
    text.includes(`page "${page}": `),
  );
  return [
    ...found
      .filter(isBroken)
      .map((each) => ({ kind: kindOf(each.kind === 'missing'), message: errorText(each) })),
    ...ofPage.map(({ text }) => ({
      kind: kindOf(text.includes('": there is no ')),
      message: text,
    })),
  ];
}

function kindOf(isMissing: boolean): 'missing' | 'broken' {
  return isMissing ? 'missing' : 'broken';
}

const asksServer = new Set(['request', 'downloadFile', 'uploadFile', 'connectSocket']);

function isUnanswered(entry: TimelineEntry): boolean {
  return entry.kind === 'wx' && asksServer.has(entry.api) && entry.outcome === 'fail';
}

/** As WeChat words it: a file of the program's, or an npm package that was not installed. */
const noSuchModule = /^module '.*' is not defined, require args is '/;

function complaintOf(entry: TimelineEntry): Complaint[] {
  if (entry.kind !== 'error') return [];
  const { message } = entry;
  const isThere = !entry.missing && !noSuchModule.test(message);
  const kind = !isThere ? 'missing' : isMissing(message) ? 'refused' : 'error';
  return [{ kind, message }];
}

class TooLate extends Error {}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate(`not within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
