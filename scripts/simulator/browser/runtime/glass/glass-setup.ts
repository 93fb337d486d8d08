import {
  type AssociatedBackend,
  type CodeSpace,
  glassEasel,
  MiniProgramEnv,
} from 'glass-easel-miniprogram-adapter';
import type { PhoneHost } from '../../../contract/process';
import type { Errors } from '../errors';
import { ProgramBackend } from './backend';
import { type HandledEvents, installEventObjects } from './event-object';
import { hostOf } from './glass';
import { ReadyQueue } from './ready-queue';
import { StyleSheets } from './style-sheets';

export interface Glass {
  readonly space: CodeSpace;
  readonly backend: AssociatedBackend;
  readonly sheets: StyleSheets;
  readonly ready: ReadyQueue;
  readonly handled: HandledEvents;
}

/**
 * glass-easel and its adapter, set up for WeChat's ways. All of it comes before the first component
 * is registered.
 */
export function setUpGlassEasel(host: PhoneHost, errors: Errors): Glass {
  const sheets = new StyleSheets(document);
  const context = new ProgramBackend(sheets);
  const env = new MiniProgramEnv();
  const space = env.createCodeSpace('', true);
  // Without the first, Vant's button dies on its `dataset` property.
  space
    .getComponentSpace()
    .updateComponentOptions({ writeFieldsToNode: false, writeIdToDOM: true });
  keepIds(space);
  const handled: HandledEvents = new WeakSet();
  installEventObjects(handled);
  listen(host, errors);
  const backend = env.associateBackend(context);
  return { space, backend, sheets, ready: new ReadyQueue(space), handled };
}

/**
 * Without this glass-easel writes `guid--id` to the document, and id selectors of WXSS match
 * nothing.
 */
function keepIds(space: CodeSpace): void {
  // A method that the adapter's declarations leave out; it answers `[options, styleIsolation]`.
  const prepare: unknown = Reflect.get(space, 'prepareComponentOptions');
  if (typeof prepare !== 'function')
    throw new Error('glass-easel-miniprogram-adapter has no prepareComponentOptions any more');
  Reflect.set(space, 'prepareComponentOptions', (...args: unknown[]) => {
    const [options, isolation] = prepare.apply(space, args) as [object, string];
    return [{ ...options, idPrefixGenerator: null }, isolation];
  });
}

/**
 * An event's handler is a method of the component in whose template the event's target stands;
 * glass-easel tells the target alone.
 */
function reportToHost(error: unknown, where: unknown, related: unknown): void {
  if (!String(where).startsWith('listener ') || !glassEasel.Component.isComponent(related)) return;
  hostOf(related)?.triggerLifetime('error', [error]);
}

/** What glass-easel catches in the program's handlers and hooks, and what it warns about. */
function listen(host: PhoneHost, errors: Errors): void {
  glassEasel.addGlobalErrorListener((error, where, related) => {
    reportToHost(error, where, related);
    // As with a handler that the script lacks, WeChat goes on.
    const { message } = Object(error);
    if (/^Cannot find method ".*" for observer of property /.test(String(message)))
      errors.tolerated(String(message));
    else errors.program(error);
    return false;
  });
  const said = new Set<string>();
  glassEasel.addGlobalWarningListener((message, related, element) => {
    const unit = typeof related === 'string' ? related : related.is;
    const tag =
      element && glassEasel.Component.isComponent(element) ? ` (<${element.tagName}>)` : '';
    const text = `${unit}: ${message}${tag}`;
    if (said.has(text)) return false;
    said.add(text);
    host.record({ kind: 'console', level: 'warn', args: [text] });
    return false;
  });
}
