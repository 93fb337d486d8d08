import { isMissing } from '../contract/places';
import type { TimelineEntry } from '../contract/timeline';
import type { Phone } from '../node/api/types';

export interface Visit {
  readonly page: string;
  /** The process is up and the page that was asked for is ready. */
  readonly launched: boolean;
  /** It answered nothing within the limit: the phone is of no more use. */
  readonly hung: boolean;
  /** Everything loud, in order: what the program threw, and what the simulator refused. */
  readonly complaints: readonly Complaint[];
}

export interface Complaint {
  /** `refused`: the simulator named something that it does not have, and went on. */
  readonly kind: 'error' | 'refused';
  readonly message: string;
}

/**
 * Real time, ms: what a page does after its first paint, in timers of a second of the phone's
 * clock.
 */
const settle = { phone: 1_000, real: 100 };

/** Launches one page in a fresh process on an open phone, and looks at what it says. */
export async function visit(phone: Phone, page: string, limit: number): Promise<Visit> {
  const before = phone.timeline().at(-1)?.id ?? -1;
  const complaints = () =>
    phone
      .timeline()
      .filter(({ id }) => id > before)
      .flatMap(complaintOf);
  try {
    await within(limit, phone.kill());
    await within(limit, phone.launch({ path: page }));
    const { path } = await within(limit, phone.miniProgram.currentPage());
    await within(limit, phone.clock.advance(settle.phone));
    await new Promise((resolve) => setTimeout(resolve, settle.real));
    // A page may go elsewhere at once, as one for members does: it launched all the same.
    return { page, launched: path !== '', hung: false, complaints: complaints() };
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const hung = error instanceof TooLate;
    return {
      page,
      launched: false,
      hung,
      complaints: [{ kind: 'error', message: `no launch: ${message}` }, ...complaints()],
    };
  }
}

function complaintOf(entry: TimelineEntry): Complaint[] {
  if (entry.kind !== 'error') return [];
  return [{ kind: isMissing(entry.message) ? 'refused' : 'error', message: entry.message }];
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
