import { say } from '../../messages/say';
import { failures } from '../../messages/upload';
import type { Order } from '../upload/order';
import { openSenders, type StartProcess } from '../upload/senders';
import { appIdIn } from './choose';
import { eachBrand } from './each-brand';
import { type Fleet, refusalOf, type Shipment, shipBrand } from './run';
import { outcomeOf } from './summary';

/**
 * Each brand of them, so many at a time, by as many processes that send one after the other.
 *
 * @param leave Says what is known when the run is cut off, and gives its exit code. What has been
 *   given to a process by then goes on without this one.
 */
export async function shipAll(
  fleet: Fleet,
  names: readonly string[],
  jobs: number,
  leave: (shipped: readonly Shipment[]) => number,
): Promise<readonly Shipment[]> {
  const senders = openSenders();
  const given = new Set<string>();
  const startProcess = noting(given, fleet.startProcess ?? senders.startProcess);
  const sending: Fleet = { ...fleet, startProcess };
  const refuse = (brand: string) => refusalOf(brand, appIdIn(fleet.settings.root, brand));
  const notBegun = (brand: string) =>
    refuse(brand)('ended', [say(failures.notBegun())], say(failures.runAgain()));
  return eachBrand<Shipment>({
    names,
    jobs,
    outcomeOf,
    work: (name, onProgress) => shipBrand(sending, name, onProgress),
    problemOf: (one) => (one.ok ? null : (one.problems[0] ?? one.reason)),
    // Ctrl-C in a terminal ends esbuild's process as well, and with it whatever had not come as far
    // as being sent.
    isEnded: (one) => !one.ok && one.reason === 'error',
    notBegun,
    cutOff: {
      underWay(brand) {
        if (!given.has(appIdIn(fleet.settings.root, brand) ?? '')) return notBegun(brand);
        const cut = refuse(brand)('ended', [say(failures.cutOff())], say(failures.arrived()));
        return { ...cut, mayHaveArrived: true };
      },
      leave,
    },
  }).finally(() => senders.end());
}

/** Whose order a process has: no two brands of a run have one AppID. */
function noting(given: Set<string>, start: StartProcess): StartProcess {
  return () => {
    const one = start();
    const send = one.send.bind(one);
    return Object.assign(one, {
      send(order: Order) {
        given.add(order.appId);
        return send(order);
      },
    });
  };
}
