import type { LaunchRequest } from '../contract/phone';
import type { DeviceInfo, PhoneHost, ProgramProcess } from '../contract/process';
import type { CompiledProgram } from '../contract/program';
import type { EnterOptions } from '../contract/timeline';
import type { PhoneClock } from './clock';
import { openFrame, type ProgramFrame } from './frame';
import { readPath } from './path';
import { mayReturnAfter } from './scene';
import type { ScreenStore } from './screen';
import type { ServerClient } from './server-client';
import type { Timeline } from './timeline';

/** Facts, section 2; ms. */
const untilSuspended = 5_000;
const untilDestroyed = 30 * 60_000;

/** The mini program's process as WeChat runs it: cold, hot, hidden, suspended, destroyed. */
export interface Life {
  readonly process: ProgramProcess | null;
  readonly mayReturnToApp: boolean;
  launch(request: LaunchRequest): Promise<void>;
  foreground(scene?: number): Promise<void>;
  background(): void;
  kill(): void;
  back(): void;
  deviceChanged(device: DeviceInfo): void;
  /** The sources changed: a fresh process at the same place. */
  reload(): Promise<void>;
}

/** What belongs to one process and ends with it. */
export interface ProcessHost {
  readonly host: PhoneHost;
  /** The program was suspended: callbacks wait, requests under way end. */
  suspend(): void;
  resume(): void;
  end(): void;
}

export interface LifeOptions {
  readonly clock: PhoneClock;
  readonly timeline: Timeline;
  readonly screen: ScreenStore;
  readonly server: ServerClient;
  /** Where the frame is shown. */
  readonly place: HTMLElement;
  createHost(program: CompiledProgram): Promise<ProcessHost>;
}

interface Running {
  readonly frame: ProgramFrame;
  readonly process: ProgramProcess;
  readonly hosting: ProcessHost;
  readonly home: string;
}

export function createLife({ clock, timeline, screen, server, place, createHost }: LifeOptions): Life {
  let running: Running | null = null;
  let last: EnterOptions | null = null;
  let mayReturn = false;
  let cancelTimers: (() => void)[] = [];
  /** Counts starts, so that one that was overtaken by a kill or another start notices. */
  let attempt = 0;

  const state = () => screen.get().program;
  const stopTimers = () => {
    for (const cancel of cancelTimers) cancel();
    cancelTimers = [];
  };

  const end = (what: 'kill' | 'destroyed' | null) => {
    attempt += 1;
    if (state() === 'none') return;
    stopTimers();
    running?.hosting.end();
    running = null;
    clock.detach();
    place.replaceChildren();
    screen.set({ program: 'none', front: 'app', contract: null });
    if (what) timeline.record({ kind: 'phone', what });
  };

  const suspend = () => {
    screen.set({ program: 'suspended' });
    clock.hold();
    running?.hosting.suspend();
    timeline.record({ kind: 'phone', what: 'suspend' });
  };

  const background = () => {
    if (state() !== 'foreground') {
      screen.set({ front: 'app' });
      return;
    }
    timeline.record({ kind: 'phone', what: 'background' });
    screen.set({ program: 'background', front: 'app' });
    running?.process.hide();
    cancelTimers = [clock.after(untilSuspended, suspend), clock.after(untilDestroyed, () => end('destroyed'))];
  };

  const enter = (options: EnterOptions, cold: boolean, isLaunch: boolean) => {
    mayReturn = mayReturnAfter(options.scene, mayReturn);
    last = options;
    if (isLaunch) timeline.record({ kind: 'launch', options, cold });
  };

  const coldStart = async (given: (home: string) => EnterOptions) => {
    const mine = ++attempt;
    const overtaken = () => mine !== attempt;
    screen.set({ program: 'starting', front: 'program', problems: [] });
    try {
      const program = await server.program();
      if (overtaken()) return;
      if (program.errors.length > 0) {
        screen.set({ problems: program.errors });
        throw new Error(
          program.errors.map(({ file, line, message }) => `${file}${line ? `:${line}` : ''}: ${message}`).join('\n'),
        );
      }
      const home = program.app.pages[0] ?? '';
      const options = given(home);
      const hosting = await createHost(program);
      const frame = await openFrame(place, clock.now());
      if (overtaken()) return frame.element.remove();
      clock.attach(frame.clock);
      enter(options, true, true);
      const process = frame.start(hosting.host, program);
      running = { frame, process, hosting, home };
      await process.launch(options);
      if (!overtaken()) screen.set({ program: 'foreground' });
    } catch (error) {
      if (overtaken()) return;
      const { problems } = screen.get();
      end(null);
      const message = error instanceof Error ? error.message : String(error);
      timeline.record({ kind: 'error', message, ...(error instanceof Error && error.stack ? { stack: error.stack } : {}) });
      screen.set({
        problems: problems.length > 0 ? problems : [{ kind: 'script', file: 'the program does not start', message }],
      });
      throw error;
    }
  };

  const hotStart = async (now: Running, options: EnterOptions, relaunch: boolean) => {
    if (state() === 'foreground') background();
    stopTimers();
    const wasSuspended = state() === 'suspended';
    screen.set({ program: 'foreground', front: 'program', contract: null });
    enter(options, false, relaunch);
    if (!relaunch) timeline.record({ kind: 'phone', what: 'foreground' });
    const shown = now.process.show(options, relaunch);
    if (wasSuspended) {
      timeline.record({ kind: 'phone', what: 'resume' });
      now.hosting.resume();
      clock.release();
    }
    await shown;
  };

  const optionsOf = (request: LaunchRequest, home: string): EnterOptions => {
    const scene = request.scene ?? 1069;
    const appId = request.appId ?? screen.get().app.appId;
    return {
      ...readPath(request.path ?? '', home),
      scene,
      ...(scene === 1069
        ? { referrerInfo: { appId, ...(request.extraData === undefined ? {} : { extraData: request.extraData }) } }
        : {}),
      apiCategory: 'default',
    };
  };

  return {
    get process() {
      return running?.process ?? null;
    },
    get mayReturnToApp() {
      return mayReturn;
    },
    async launch(request) {
      if (running && state() !== 'starting') return await hotStart(running, optionsOf(request, running.home), true);
      if (state() === 'starting') end('kill');
      await coldStart((home) => optionsOf(request, home));
    },
    async foreground(scene) {
      if (!last) throw new Error('the program was never opened on this phone: launch() first');
      const options = scene === undefined ? last : { ...last, scene };
      if (running) return await hotStart(running, options, false);
      // Destroyed in the meantime: WeChat opens it anew, where it was entered last.
      await coldStart(() => options);
    },
    background,
    kill: () => end('kill'),
    back() {
      if (screen.get().contract !== null) return screen.set({ contract: null });
      if (running && state() === 'foreground' && !running.process.back()) background();
    },
    deviceChanged: (device) => running?.process.deviceChanged(device),
    async reload() {
      const options = last;
      const { front, problems } = screen.get();
      if (!options || (state() === 'none' && problems.length === 0)) return;
      end(null);
      await coldStart(() => options);
      if (front === 'app' && problems.length === 0) background();
    },
  };
}
