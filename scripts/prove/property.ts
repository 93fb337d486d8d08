import * as fc from 'fast-check';
import { configurations, numbersOfAVersion } from './agreements';
import { plain } from './brands';
import type { Coverage } from './coverage';
import { getOut, logIn } from './endings';
import { everyBrand } from './every-brand';
import { watchAll } from './invariants/all';
import { Model } from './model';
import { type Move, moveArbitrary } from './moves';
import { play } from './play';
import type { Subject } from './subject';
import type { Way } from './watcher';

/** One move as a model command. The oracle throws from inside the step that breaks an invariant. */
class MoveCommand implements fc.Command<object, Model> {
  constructor(private readonly move: Move) {}

  check(): boolean {
    return true;
  }

  run(_: object, model: Model): void {
    play(model, this.move);
  }

  toString(): string {
    return JSON.stringify(this.move);
  }
}

const commandArbitraries = [moveArbitrary.map((move) => new MoveCommand(move))];

/**
 * Random sequences of everything that can happen, on each kind of brand. At the end the person
 * leaves, by the way that is shown, or everything answers and the person wants to get there.
 * `only`: with one invariant watched instead of all.
 */
export function flowProperty(
  subject: Subject,
  coverage: Coverage | null,
  replayPath?: string,
  only?: number,
) {
  const commands = fc.commands(commandArbitraries, {
    maxCommands: 40,
    size: 'max',
    ...(replayPath === undefined ? {} : { replayPath }),
  });
  const ways = new Map<string, Way>();
  const endings = fc.constantFrom('leaves', 'logsIn');
  return fc.property(
    fc.nat(everyBrand.length - 1),
    fc.nat(configurations.length - 1),
    endings,
    commands,
    (brand, version, ending, sequence) => {
      const model: Model = new Model(
        subject,
        everyBrand[brand] ?? plain,
        watchAll(() => model, coverage, only),
        ways,
        version * numbersOfAVersion,
      );
      fc.modelRun(() => ({ model: {}, real: model }), sequence);
      if (ending === 'leaves') getOut(model);
      else logIn(model);
    },
  );
}
