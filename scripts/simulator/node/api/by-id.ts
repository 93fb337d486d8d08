import type { ProgramAutomation } from '../../contract/process';
import type { LentTab } from './browser';
import { type Callable, inProgram } from './in-program';
import { type Finger, touch } from './touch';
import type { ProgramById } from './types';

/** The functions of `ProgramAutomation` that cross JSON as they are. */
const names = [
  'pageStack',
  'currentPage',
  'callWxMethod',
  'mockWxMethod',
  'evaluate',
  'goHome',
  'isBlank',
  'pageData',
  'setPageData',
  'callPageMethod',
  'windowProperties',
  'element',
  'elements',
  'elementsByCss',
  'elementsByXpath',
  'elementCall',
  'elementName',
] as const satisfies readonly (keyof Callable)[];

type Remote = Pick<ProgramById, (typeof names)[number]>;

export function programById({ tab, undo }: LentTab, finger: Finger): ProgramById {
  const remote = Object.fromEntries(
    names.map((name) => [
      name,
      (...args: Parameters<ProgramAutomation[typeof name]>) => inProgram(tab, name, args),
    ]),
  ) as unknown as Remote;
  let bindings = 0;
  return {
    ...remote,
    async addBinding(name, called) {
      bindings += 1;
      const toNode = `simulatorBinding${bindings}`;
      undo(await tab.exposeFunction(toNode, (args: unknown[]) => called(args)));
      await tab.evaluate(
        ([binding, send]) => {
          const { process } = window.phone;
          if (!process) throw new Error('no mini program runs on this phone: launch() first');
          process.automation.addBinding(binding, (args) => {
            const call: unknown = Reflect.get(window, send);
            if (typeof call === 'function') void call(args);
          });
        },
        [name, toNode] as const,
      );
    },
    tap: (pageId, elementId) => finger.alone(() => touch(tab, pageId, elementId, { force: true })),
    touchstart: (pageId, elementId, points) => finger.start(pageId, elementId, points),
    touchmove: (pageId, elementId, points) => finger.move(pageId, elementId, points),
    touchend: () => finger.end(),
    liftFingers: () => finger.lift(),
  };
}
