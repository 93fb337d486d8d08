import type { HostApp } from '../../contract/phone';
import type { Simulator } from '../server/server';

/**
 * What a project may bring along: its servers' doubles, and a simulator over them. package.json
 * names the module that exports `openEnvironment`, by a path from there: `"simulator": { "environment":
 * "./test/environment.mjs" }`. A project that names none gets a plain simulator.
 */
export interface ProjectEnvironment {
  readonly simulator: Simulator;
  /** Behind the program when it is opened. */
  readonly app?: HostApp;
  close(): Promise<void>;
}

export type OpenEnvironment = () => Promise<ProjectEnvironment>;
