import type { StartProgram } from '../../contract/process';
import { bootstrap } from './bootstrap';
import { createWx } from './wx';

/** The entry of the frame's bundle: `frame.contentWindow.startProgram(host, program)`. */
const startProgram: StartProgram = (host, program) => bootstrap(host, program, createWx);

Object.assign(window, { startProgram });
