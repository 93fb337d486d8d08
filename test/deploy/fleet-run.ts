import { shipBrand } from '../../scripts/deploy/fleet/run';
import { openSenders } from '../../scripts/deploy/upload/senders';
import { fleetOf } from './fleet-of';

/**
 * A fleet run in a process of its own, to be killed: `<root> <proxy> <out> <keys> <brands...>`, one
 * after the other.
 */
const [root = '', proxy = '', out = '', key = '', ...names] = process.argv.slice(2);
const senders = openSenders();
const fleet = {
  ...fleetOf({ root, proxy, out, key }),
  startProcess: senders.startProcess,
};

async function run(): Promise<void> {
  process.send?.('begun');
  for (const name of names) await shipBrand(fleet, name);
}

void run().then(() => process.exit(0));
