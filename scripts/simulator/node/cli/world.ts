import type { HostApp } from '../../contract/phone';
import type { Simulator } from '../server/server';

/**
 * What a project may bring along: its servers' doubles, and a simulator over them. package.json
 * names the module that exports `openWorld`, by a path from there: `"simulator": { "world":
 * "./test/world.mjs" }`. A project that names none gets a plain simulator.
 */
export interface ProjectWorld {
  readonly simulator: Simulator;
  /** Behind the program when it is opened. */
  readonly app?: HostApp;
  close(): Promise<void>;
}

export type OpenWorld = () => Promise<ProjectWorld>;
