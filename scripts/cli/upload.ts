import { shipCommand } from '../deploy/command';
import { examineForUpload } from '../doctor/examine';
import { root } from '../setup/say.mjs';

export const command = shipCommand('upload', root, examineForUpload);
