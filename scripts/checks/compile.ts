import { compileProgram, isSound } from '../deploy/compile/compile-program';
import { reportCompiled } from '../deploy/compile/report';
import { root } from '../setup/say.mjs';
import { type Check, countOf } from './check';

export const compile: Check = {
  name: 'compile',
  title: "WeChat's own compiler",
  async run(print) {
    const compiled = await compileProgram({ project: root, root });
    print(reportCompiled(compiled));
    return countOf([isSound(compiled)]);
  },
};
