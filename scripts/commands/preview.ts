import { shipCommand } from '../deploy/command';
import { examineForUpload } from '../doctor/examine';
import { root } from '../setup/say.mjs';

await shipCommand('preview', root, examineForUpload).parseAsync();
