import { shipCommand } from '../deploy/command';
import { root } from '../setup/say.mjs';

await shipCommand('preview', root, () => ({ problems: [], notes: [] })).parseAsync();
