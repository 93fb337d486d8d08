import { say } from '../../messages/say';
import { failures } from '../../messages/upload';
import { openSenders } from '../upload/senders';
import { appIdIn } from './choose';
import { eachBrand } from './each-brand';
import { type Fleet, refusalOf, type Shipment, shipBrand } from './run';
import { outcomeOf } from './summary';

/** Each brand of them, so many at a time, by as many processes that send one after the other. */
export async function shipAll(
  fleet: Fleet,
  names: readonly string[],
  jobs: number,
): Promise<readonly Shipment[]> {
  const senders = openSenders();
  const sending: Fleet = { startProcess: senders.startProcess, ...fleet };
  return eachBrand<Shipment>({
    names,
    jobs,
    outcomeOf,
    work: (name, onProgress) => shipBrand(sending, name, onProgress),
    problemOf: (one) => (one.ok ? null : (one.problems[0] ?? one.reason)),
    // Ctrl-C in a terminal ends esbuild's process as well, and with it whatever had not come as far
    // as being sent.
    isEnded: (one) => !one.ok && one.reason === 'error',
    notBegun(brand) {
      const refuse = refusalOf(brand, appIdIn(fleet.settings.root, brand));
      return refuse('ended', [say(failures.notBegun())], say(failures.runAgain()));
    },
  }).finally(() => senders.end());
}
