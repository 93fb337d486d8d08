import { shipBrand } from '../../scripts/deploy/fleet/run';
import { fleetOf } from './fleet-of';

/** A fleet run in a process of its own, to be killed: `<root> <proxy> <out> <keys> <brands...>`, two at a time. */
async function run(): Promise<void> {
  const [root = '', proxy = '', out = '', key = '', ...names] = process.argv.slice(2);
  const fleet = fleetOf({ root, proxy, out, key });
  const waiting = [...names];
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await shipBrand(fleet, name);
  };
  await Promise.all([work(), work()]);
}

void run().then(() => process.exit(0));
