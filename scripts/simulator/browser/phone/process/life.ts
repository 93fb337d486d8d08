import { compileEvent, errorText, fatalFor, ofProgram } from '../../../contract/blame';
import type { CompileMessage, LaunchRequest, WaysBack } from '../../../contract/phone';
import type { DeviceInfo, ProgramProcess } from '../../../contract/process';
import type { CompiledProgram, CompileError } from '../../../contract/program';
import type { EnterOptions } from '../../../contract/timeline';
import { enterOptions } from './enter-options';
import { openFrame } from './frame';
import { BrokenProgram, type LifeParts, problemsOf, type Running } from './life-parts';
import { noWayBack, waysBackAfter } from './scene';

/** ms. docs/wechat.md#five-seconds-and-thirty-minutes */
const untilSuspended = 5_000;
const untilDestroyed = 30 * 60_000;

/** The mini program's process as WeChat runs it: cold, hot, hidden, suspended, destroyed. */
export class ProgramLife {
  readonly #parts: LifeParts;
  #running: Running | null = null;
  /**
   * How it was entered last; also when that failed, so that a fixed program can be tried again.
   */
  #asked: LaunchRequest | null = null;
  #entered: EnterOptions | null = null;
  #waysBack = noWayBack;
  /** A surface of WeChat's hides the program, which stays in front. */
  #covered = false;
  #timers: (() => void)[] = [];
  /** Counts starts, so that one that a kill or another start overtook notices. */
  #attempt = 0;

  constructor(parts: LifeParts) {
    this.#parts = parts;
  }

  get process(): ProgramProcess | null {
    return this.#running?.process ?? null;
  }

  get waysBack(): WaysBack {
    return this.#waysBack;
  }

  async launch(request: LaunchRequest): Promise<void> {
    this.#asked = request;
    if (this.#state === 'starting') this.#end('kill');
    const running = this.#running;
    this.#covered = false;
    running?.hosting.dismiss();
    if (running) await this.#hotStart(running, this.#optionsOf(request, running.home), 'launch');
    else await this.#coldStart((home) => this.#optionsOf(request, home));
  }

  async foreground(scene?: number): Promise<void> {
    const entered = this.#entered;
    if (!entered) throw new Error('the program was never opened on this phone: launch() first');
    if (this.#state === 'foreground' || this.#state === 'starting') return;
    const options = this.#repeated(scene === undefined ? entered : { ...entered, scene });
    if (this.#covered) {
      // What the person comes back to is WeChat's surface: the program is shown when that closes.
      this.#parts.screen.set({ front: 'program' });
      this.#entered = options;
    } else if (this.#running) await this.#hotStart(this.#running, options, 'foreground');
    // Destroyed in the meantime: WeChat opens it again, where it was entered last.
    else await this.#coldStart(() => options);
  }

  background(): void {
    const { screen, timeline } = this.#parts;
    const isShown = this.#state === 'foreground';
    const isLeft = isShown || (this.#covered && screen.get().front === 'program');
    screen.set({ front: 'app' });
    if (isLeft) timeline.record({ kind: 'phone', what: 'background' });
    if (isShown) this.#hide();
  }

  /**
   * A surface of WeChat's is an activity of its own (Android): the program is hidden, though it
   * stays in front.
   */
  cover(): void {
    if (this.#state !== 'foreground') return;
    this.#covered = true;
    this.#parts.timeline.record({ kind: 'phone', what: 'covered' });
    this.#hide();
  }

  /** Nothing when the person has left meanwhile, or a new launch has taken the surface away. */
  uncover(): void {
    const wasCovered = this.#covered;
    this.#covered = false;
    if (
      !wasCovered ||
      !this.#running ||
      !this.#entered ||
      this.#parts.screen.get().front !== 'program'
    )
      return;
    void this.#hotStart(this.#running, this.#repeated(this.#entered), 'uncovered');
  }

  kill(): void {
    this.#end('kill');
  }

  back(): void {
    const { screen } = this.#parts;
    if (screen.get().contract !== null) screen.set({ contract: null });
    else if (screen.get().nativePage !== null) this.#parts.leaveNativePage();
    else if (this.#running && this.#state === 'foreground' && !this.#running.process.back())
      this.background();
  }

  deviceChanged(device: DeviceInfo): void {
    this.#running?.process.deviceChanged(device);
  }

  /**
   * The sources were compiled again: a fresh process at the same place, unless they are broken;
   * then the old one stays.
   */
  async reload(): Promise<void> {
    const { screen, server } = this.#parts;
    const { errors, app } = (await server.program()).program;
    const problems = this.#fatal(errors, this.#entered?.path ?? app.pages[0] ?? '');
    screen.set({ problems });
    if (problems.length > 0) return;
    const inFront = screen.get().front === 'program';
    this.#end(null);
    const asked = this.#asked;
    if (inFront && asked)
      await this.#coldStart((home) => this.#entered ?? this.#optionsOf(asked, home));
  }

  get compileMessages(): readonly CompileMessage[] {
    return (this.#running?.errors ?? []).map((error) => ({
      level: error.level === 'warning' ? 'warning' : 'error',
      text: errorText(error),
    }));
  }

  async refresh(): Promise<void> {
    const running = this.#running;
    const entered = this.#entered;
    if (!running || !entered) return;
    if ((await this.#parts.server.programVersion()) === running.version) return;
    this.#end(null);
    await this.#coldStart(() => entered);
  }

  #fatal(errors: readonly CompileError[], page: string): readonly CompileError[] {
    return fatalFor(errors, page, this.#parts.isStrict());
  }

  get #state() {
    return this.#parts.screen.get().program;
  }

  #optionsOf(request: LaunchRequest, home: string): EnterOptions {
    return enterOptions(request, {
      home,
      appId: this.#parts.screen.get().app.appId,
      query: this.#parts.misbehaviour().query,
    });
  }

  /** docs/wechat.md#a-return-repeats-the-last-launch */
  #repeated(options: EnterOptions): EnterOptions {
    const { repeats } = this.#parts.misbehaviour();
    return repeats === 'without-caller' && options.referrerInfo !== undefined
      ? { ...options, referrerInfo: {} }
      : options;
  }

  #hide(): void {
    const { clock, screen } = this.#parts;
    screen.set({ program: 'background' });
    this.#running?.process.hide();
    this.#timers = [
      clock.after(untilSuspended, () => this.#suspend()),
      clock.after(untilDestroyed, () => this.#end('destroyed')),
    ];
  }

  #enter(options: EnterOptions): void {
    this.#waysBack = waysBackAfter(options.scene, this.#waysBack);
    this.#entered = options;
  }

  async #coldStart(optionsFor: (home: string) => EnterOptions): Promise<void> {
    const { screen, server } = this.#parts;
    this.#attempt += 1;
    const mine = this.#attempt;
    screen.set({ program: 'starting', front: 'program', problems: [] });
    try {
      const { program, version } = await server.program();
      const options = optionsFor(program.app.pages[0] ?? '');
      const fatal = this.#fatal(program.errors, options.path);
      if (fatal.length > 0) throw new BrokenProgram(fatal);
      await this.#begin({ program, version }, options, () => mine !== this.#attempt);
    } catch (error) {
      if (mine !== this.#attempt) return;
      this.#showProblem(error);
      // The name of a class of ours, which the package has shortened, would stand before the words.
      throw error instanceof BrokenProgram ? new Error(error.message, { cause: error }) : error;
    }
  }

  async #begin(
    { program, version }: { readonly program: CompiledProgram; readonly version: string },
    options: EnterOptions,
    overtaken: () => boolean,
  ): Promise<void> {
    const { clock, timeline, screen, place } = this.#parts;
    const hosting = await this.#parts.createHost(program);
    if (overtaken()) return;
    const frame = await openFrame(place, clock, this.#parts.guardTouches);
    if (overtaken()) return frame.element.remove();
    clock.attach(frame.clock);
    this.#enter(options);
    timeline.record({ kind: 'launch', options, cold: true });
    // What belongs to pages is said when one of them is loaded.
    for (const error of ofProgram(program.errors)) timeline.record(compileEvent(error));
    const process = frame.start(hosting.host, program);
    this.#running = {
      ...{ frame, process, hosting, version },
      home: program.app.pages[0] ?? '',
      errors: program.errors,
    };
    await Promise.race([process.launch(options), hosting.ended]);
    if (overtaken()) return;
    screen.set({ program: 'foreground' });
    // The person left while it started.
    if (screen.get().front === 'app') this.background();
  }

  #showProblem(error: unknown): void {
    const { screen, timeline } = this.#parts;
    this.#end(null);
    const message = error instanceof Error ? error.message : String(error);
    timeline.record({
      kind: 'error',
      message,
      ...(error instanceof Error && error.stack ? { stack: error.stack } : {}),
    });
    screen.set({ front: 'program', problems: problemsOf(error, message) });
  }

  async #hotStart(
    running: Running,
    options: EnterOptions,
    why: 'launch' | 'foreground' | 'uncovered',
  ): Promise<void> {
    const { clock, timeline, screen } = this.#parts;
    if (this.#state === 'foreground') this.background();
    this.#stopTimers();
    const wasSuspended = this.#state === 'suspended';
    screen.set({ program: 'foreground', front: 'program', contract: null });
    this.#enter(options);
    timeline.record(
      why === 'launch' ? { kind: 'launch', options, cold: false } : { kind: 'phone', what: why },
    );
    const { hotStart, resume } = this.#parts.misbehaviour();
    if (wasSuspended && resume === 'timers-first') clock.release();
    const shown = running.process.show(options, why === 'launch', hotStart === 'onLoad-first');
    if (wasSuspended) {
      timeline.record({ kind: 'phone', what: 'resume' });
      running.hosting.resume();
      if (resume === 'answers-first') clock.release();
    }
    await Promise.race([shown, running.hosting.ended]);
  }

  #suspend(): void {
    const { screen, clock, timeline } = this.#parts;
    screen.set({ program: 'suspended' });
    clock.hold();
    this.#running?.hosting.suspend();
    timeline.record({ kind: 'phone', what: 'suspend' });
  }

  #end(what: 'kill' | 'destroyed' | null): void {
    const { screen, clock, timeline, place } = this.#parts;
    this.#attempt += 1;
    this.#covered = false;
    const wasThere = this.#state !== 'none';
    this.#stopTimers();
    this.#running?.hosting.end();
    this.#running = null;
    clock.detach();
    place.replaceChildren();
    screen.set({ program: 'none', front: 'app', contract: null, tabBar: null });
    if (what && wasThere) timeline.record({ kind: 'phone', what });
  }

  #stopTimers(): void {
    for (const cancel of this.#timers.splice(0)) cancel();
  }
}
