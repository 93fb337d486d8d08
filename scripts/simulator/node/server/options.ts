import type { HeldPort } from '@mini-login/local-server/hold-port';
import type { Hono } from 'hono';

/**
 * What `startSimulator` needs to know of the environment. URLs are absolute; the simulator knows no names
 * by itself.
 */
export interface SimulatorOptions {
  /** The folder with project.config.json. */
  readonly project: string;
  /**
   * Base URL of the WeChat cloud double: `${cloud}/client/login`, `/client/phone-number`,
   * `/client/people`, `/client/privacy`. Default: the simulator's own, whose codes nobody can
   * redeem.
   */
  readonly cloud?: string;
  /**
   * As declared in WeChat's console under "request domains": origins, `https://core.genauth.ai`.
   * Default: none.
   */
  readonly requestDomains?: readonly string[];
  /**
   * Where declared origins really are: `{'https://core.genauth.ai': 'http://127.0.0.1:4100'}`. An
   * unmapped one can't be reached.
   */
  readonly hosts?: Readonly<Record<string, string>>;
  /**
   * As WeChat shows it on the splash and its sheets. Default: `projectname` of project.config.json.
   */
  readonly programName?: string;
  /** A URL the phone page can load, best a data URL. Default: the name's first letter. */
  readonly programIcon?: string;
  /**
   * What WeChat would take and go on (an unknown attribute, key or tag) stops the launch. Default
   * false: it is loud on the timeline.
   */
  readonly strict?: boolean;
  /**
   * Privacy interfaces that the console's declaration lists: `getPhoneNumber`, `setClipboardData`,
   * ... Others fail with 112. Default: all are declared.
   */
  readonly privacyScopes?: readonly string[];
  /**
   * Hosts that <web-view> may open, as declared in the console under "business domains". Default:
   * none.
   */
  readonly businessDomains?: readonly string[];
  /**
   * `reported`: each write to the storage is an error on the timeline, for a product that may keep
   * nothing. Default `kept`.
   */
  readonly storage?: 'kept' | 'reported';
  /** 0 (default): any free port; or one that stays open from one simulator to the next. */
  readonly port?: number | HeldPort;
  /** Watch the program's files and reload the phones when they change. Default false. */
  readonly watch?: boolean;
  /** A phone moved its clock by `ms`; other clocks follow before the phone goes on. */
  readonly onClockAdvance?: (ms: number) => void | Promise<void>;
  /**
   * More routes on the same origin (the workbench, a demo app); they come before the simulator's
   * own.
   */
  readonly routes?: (app: Hono) => void;
  /**
   * Which of those pass requests on to other servers: their bodies need not be JSON. Default: none.
   */
  readonly passesOn?: (path: string) => boolean;
}
