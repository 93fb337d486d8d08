import { errorText } from '../../../contract/blame';
import type { Misbehaviour } from '../../../contract/misbehaviour';
import type { PhoneHost, ProgramProcess } from '../../../contract/process';
import type { CompiledProgram, CompileError } from '../../../contract/program';
import type { PhoneClock } from '../clock';
import type { ServerClient } from '../net/server-client';
import type { ScreenStore } from '../screen';
import type { Timeline } from '../timeline';
import type { ProgramFrame } from './frame';

/** What belongs to one process and ends with it. */
export interface ProcessHost {
  readonly host: PhoneHost;
  /** The program was suspended: callbacks wait, requests under way end. */
  suspend(): void;
  resume(): void;
  /** WeChat's sheets go, unanswered. */
  dismiss(): void;
  end(): void;
  /** Resolves when the process ends: a frame that was removed answers no promise any more. */
  readonly ended: Promise<void>;
}

export interface LifeParts {
  readonly clock: PhoneClock;
  readonly timeline: Timeline;
  readonly screen: ScreenStore;
  readonly server: ServerClient;
  /** Where the frame is shown. */
  readonly place: HTMLElement;
  /** Comes before everything that the program's document is told. */
  guardTouches(inner: Window): void;
  leaveNativePage(): void;
  misbehaviour(): Misbehaviour;
  createHost(program: CompiledProgram): Promise<ProcessHost>;
  /** A warning of the compiler stops the launch as an error does. */
  isStrict(): boolean;
}

export interface Running {
  readonly frame: ProgramFrame;
  readonly process: ProgramProcess;
  readonly hosting: ProcessHost;
  readonly home: string;
  readonly version: string;
  readonly errors: readonly CompileError[];
}

/** The compiler found something: each with file and line. */
export class BrokenProgram extends Error {
  readonly errors: readonly CompileError[];

  constructor(errors: readonly CompileError[]) {
    super(errors.map(errorText).join('\n'));
    this.errors = errors;
  }
}

/** What is shown over the phone until it is fixed. */
export function problemsOf(error: unknown, message: string): readonly CompileError[] {
  return error instanceof BrokenProgram
    ? error.errors
    : [{ kind: 'script', file: 'the program does not start', message }];
}
