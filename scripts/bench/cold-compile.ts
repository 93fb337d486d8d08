import { compileProgram } from '@mini-login/simulator/compiler';
import { root } from '../setup/say.mjs';
import { timed } from './numbers';

/** Prints how many ms the first compilation of this process took, as `coldCompile` reads it. */
const { ms, value } = await timed(() => compileProgram(root));
if (value.errors.length > 0)
  throw new Error(`the program does not compile: ${JSON.stringify(value.errors[0])}`);
process.stdout.write(String(ms));
