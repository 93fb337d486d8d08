import { type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { PhoneHost, ProgramProcess } from '../contract/process';
import { ASSETS, type CompiledProgram } from '../contract/program';
import type { EnterOptions } from '../contract/timeline';
import { App } from './app';
import { createAutomation } from './automation';
import { ProgramBackend } from './backend';
import { BASE_STYLE } from './base-style';
import { defineWeChatBehaviors } from './behaviors';
import { defineBuiltins } from './builtins';
import { extendCallers } from './callers';
import { Errors } from './errors';
import { installEventObjects } from './event-object';
import type { CreateWx } from './for-wx';
import { type GestureHooks, listenToGestures } from './gestures';
import { type GlassElement, hostOf, rootOf } from './glass';
import { listenToGlassEasel } from './glass-errors';
import { ModuleRegistry, normalize } from './module-registry';
import type { PageInstance } from './page';
import { programConsole } from './program-console';
import { ReadyQueue } from './ready-queue';
import { prepareUnits } from './registration';
import { PageStack } from './stack';
import { StyleSheets } from './style-sheets';
import { createView } from './view/view';
import { ProgramWindow } from './window';

/**
 * Starts one mini program's process in this document. The order matters: glass-easel's options before any component, `wx` before
 * any script, units prepared before their scripts register them.
 */
export function bootstrap(host: PhoneHost, program: CompiledProgram, createWx: CreateWx): ProgramProcess {
  const errors = new Errors(host);
  const app = new App(host, errors);
  const programWindow = new ProgramWindow(host, program, document);
  addBaseStyle();

  const sheets = new StyleSheets(document);
  const backendContext = new ProgramBackend(sheets);
  const env = new MiniProgramEnv();
  const space = env.createCodeSpace('', true);
  space.getComponentSpace().updateComponentOptions({ writeFieldsToNode: false, writeIdToDOM: true });
  keepIds(space);
  const heard: GestureHooks['heard'] = new WeakSet();
  installEventObjects(heard);
  listenToGlassEasel(errors, host);
  const backend = env.associateBackend(backendContext);
  const ready = new ReadyQueue(space);
  const behaviors = defineWeChatBehaviors(space);
  const touchTargets: WeakMap<GlassElement, ReturnType<GestureHooks['target']> & object> = new WeakMap();
  let tapped = false;

  const stack = new PageStack({
    host,
    program,
    ready,
    setting: { host, errors, backend, space, sheets, document },
    load: (path) => {
      loadUnit(path, program, modules, errors);
      return registration.isRegistered(path);
    },
    frontChanged: (page, canGoBack) => programWindow.frontChanged(page, canGoBack),
    pageNotFound: ({ path }) => errors.refused(`there is no page "${path}"`),
  });
  const pageOf = (element: GlassElement): PageInstance | null => {
    const root = rootOf(element);
    return stack.pages.find((page) => page.component === root) ?? null;
  };

  defineBuiltins({
    host,
    errors,
    space,
    router: stack,
    behaviors,
    touchTargets,
    forms: new WeakMap(),
    formFields: new WeakMap(),
    pageOf,
    assetUrl: (src, component) => assetUrl(src, hostOf(component)?.is ?? ''),
    refreshWindow: () => programWindow.refresh(),
    callTapped: (service, params, answered) => {
      void host
        .call(service, params, { tapped: true })
        .then((answer) => host.deliver(() => errors.guard(() => answered(answer))));
    },
  });
  const view = createView({ stack, programWindow, errors, ready });
  const registration = prepareUnits(program, space, behaviors, { animate: view.animate });
  backend.registerStyleSheetContent('app', program.appStyle);
  for (const [path, unit] of Object.entries(program.components)) backend.registerStyleSheetContent(path, unit.style);
  extendCallers({ host, errors, pageOf: (caller) => pageOf(caller._$), ...view.forCallers });

  let launchOptions: EnterOptions | null = null;
  let enterOptions: EnterOptions | null = null;
  const wx = createWx({
    host,
    program,
    router: stack,
    view: view.api,
    lifecycle: app.lifecycle,
    launchOptions: () => started(launchOptions),
    enterOptions: () => started(enterOptions),
    device: () => programWindow.device,
    tapped: () => tapped,
    reportError: (error) => errors.program(error),
  });

  const units: string[] = [];
  const automation = createAutomation({ wx, stack, program, errors });
  const modules: ModuleRegistry = new ModuleRegistry(
    program.modules,
    {
      wx: automation.wx,
      console: programConsole(host),
      App: (definition: Record<string, unknown>) => app.register(definition),
      getApp: (options?: { allowDefault?: boolean }) => app.get(options),
      getCurrentPages: () => stack.pages.map((page) => page.caller),
      ...registration.globals(() => units.at(-1) ?? ''),
    },
    (path, run) => {
      // A component library calls Component() from a file of its own: what counts is whose script is running.
      const isUnit = program.components[path] !== undefined;
      if (isUnit) units.push(path);
      try {
        run();
      } finally {
        if (isUnit) units.pop();
      }
    },
  );
  automation.useGlobals({ getApp: () => app.get(), getCurrentPages: () => stack.pages.map((page) => page.caller) });

  listenToGestures(document, {
    heard,
    target: (element) => touchTargets.get(element),
    whileTapped(run) {
      tapped = true;
      try {
        run();
      } finally {
        tapped = false;
      }
    },
    onTap: (target) => host.record({ kind: 'tap', target: nameOf(target), text: (target.innerText ?? '').trim().slice(0, 80) }),
  });
  window.addEventListener('error', (event) => errors.program(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => {
    errors.program(event.reason);
    app.unhandledRejection(event.reason);
  });
  window.addEventListener('resize', () => view.resized(app.lifecycle));

  const enter = (options: EnterOptions) => stack.relaunch({ path: normalize(options.path), query: options.query });
  const open = async (options: EnterOptions) => {
    if (program.components[normalize(options.path)]?.isPage) {
      await enter(options);
      return;
    }
    const detail = { path: options.path, query: options.query, isEntryPage: true };
    if (!app.pageNotFound(detail)) errors.refused(`there is no page "${options.path}", and no App.onPageNotFound`);
    // A redirect that onPageNotFound asked for stands in the queue before this.
    await stack.idle();
  };

  return {
    automation: automation.domain,
    async launch(options) {
      launchOptions = options;
      enterOptions = options;
      if (modules.has('app')) errors.guard(() => modules.load('app'));
      app.launch(options);
      app.show(options);
      await open(options);
    },
    async show(options, relaunch) {
      enterOptions = options;
      app.show(options);
      if (relaunch) await open(options);
      else stack.showFront();
    },
    hide() {
      stack.hideFront();
      app.hide();
    },
    deviceChanged(device) {
      const { themeChanged } = programWindow.deviceChanged(device);
      if (themeChanged) app.themeChange(programWindow.theme);
    },
    back() {
      if (stack.pages.length <= 1) return false;
      void stack.navigateBack(1);
      return true;
    },
  };
}

/** Runs a page's script and, before it, those of the components it can show: what `lazyCodeLoading` does. */
function loadUnit(
  path: string,
  program: CompiledProgram,
  modules: ModuleRegistry,
  errors: Errors,
  seen = new Set<string>(),
): void {
  const unit = program.components[path];
  if (!unit || seen.has(path)) return;
  seen.add(path);
  const defaults = Object.values(unit.componentGenerics).flatMap((generic) => (generic === true ? [] : (generic.default ?? [])));
  for (const each of [...Object.values(program.app.usingComponents), ...Object.values(unit.usingComponents), ...defaults]) {
    loadUnit(each, program, modules, errors, seen);
  }
  if (modules.has(path)) errors.guard(() => modules.load(path));
}

function started(options: EnterOptions | null): EnterOptions {
  if (!options) throw new Error('the program was not launched yet');
  return options;
}

/** Without this glass-easel writes `guid--id` to the document, and id selectors of WXSS match nothing. */
function keepIds(space: CodeSpace): void {
  // A method that the adapter's declarations leave out; it answers `[options, styleIsolation]`.
  const prepare: unknown = Reflect.get(space, 'prepareComponentOptions');
  if (typeof prepare !== 'function') throw new Error('glass-easel-miniprogram-adapter has no prepareComponentOptions any more');
  Reflect.set(space, 'prepareComponentOptions', (...args: unknown[]) => {
    const [options, isolation] = prepare.apply(space, args) as [object, string];
    return [{ ...options, idPrefixGenerator: null }, isolation];
  });
}

function addBaseStyle(): void {
  const style = document.createElement('style');
  style.textContent = BASE_STYLE;
  document.head.append(style);
}

function assetUrl(src: string, unit: string): string {
  if (/^(?:https?:|data:|blob:)/.test(src)) return src;
  return ASSETS + normalize(src.startsWith('/') ? src : `${unit}/../${src}`);
}

/** `view#agree.consent__box`, for the time line. */
function nameOf(dom: HTMLElement): string {
  const id = dom.dataset.testid ? `[data-testid=${dom.dataset.testid}]` : dom.id ? `#${dom.id}` : '';
  return dom.localName.replace(/^wx-/, '') + id;
}
