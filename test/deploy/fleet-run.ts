import { shipBrand } from '../../scripts/deploy/fleet/run';
import { sideBySide } from '../../scripts/deploy/fleet/side-by-side';
import { fleetOf } from './fleet-of';

/** A fleet run in a process of its own, to be killed: `<root> <proxy> <out> <keys> <brands...>`, two at a time. */
const [root = '', proxy = '', out = '', key = '', ...names] = process.argv.slice(2);
const fleet = fleetOf({ root, proxy, out, key });

void sideBySide(names, 2, (name) => shipBrand(fleet, name)).then(() => process.exit(0));
