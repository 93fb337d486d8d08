import type { PhoneFiles } from '../../contract/files';
import type { PhoneHost, ProgramProcess } from '../../contract/process';
import { ASSETS, type CompiledProgram } from '../../contract/program';
import { type Automation, createAutomation } from './automation/automation';
import { defineBuiltins } from './builtins';
import type { ComponentFunctions } from './builtins/kit';
import { Errors } from './errors';
import { baseStyle } from './glass/base-style';
import { defineWeChatBehaviors, type WeChatBehaviors } from './glass/behaviors';
import { type GlassElement, hostOf, rootOf } from './glass/glass';
import { type Glass, setUpGlassEasel } from './glass/glass-setup';
import { prepareUnits } from './glass/registration';
import { App } from './process/app';
import { extendCallers } from './process/callers';
import { CompileMessages } from './process/compile-messages';
import { Lifecycle } from './process/lifecycle';
import type { PageInstance } from './process/page';
import { PageStack } from './process/stack';
import { TabBar } from './process/tab-bar';
import { ProgramWindow } from './process/window';
import type { CreateWx } from './process/wx-runtime';
import { ModuleRegistry, normalize } from './script/module-registry';
import { noCodeFromText } from './script/no-code-from-text';
import { pluginGlobals } from './script/plugin-globals';
import { programConsole } from './script/program-console';
import { programDate } from './script/program-date';
import { promiseOf } from './script/timer-promise';
import { UnitLoader } from './script/unit-loader';
import { fileUrl } from './view/file-url';
import { listenToGestures, type TouchTarget } from './view/gestures';
import { listenToScrolling } from './view/scrolling';
import { Taps } from './view/taps';
import { createView } from './view/view';

/**
 * Starts one mini program's process in this document. The order matters: glass-easel's options
 * before any component, `wx` before any script, units prepared before their scripts register them.
 */
export function bootstrap(
  host: PhoneHost,
  program: CompiledProgram,
  createWx: CreateWx,
): ProgramProcess {
  const errors = new Errors(host);
  const app = new App(host, errors);
  const taps = new Taps(host);
  const loader = new UnitLoader(program, errors);
  const programWindow = new ProgramWindow(host, program, document);
  addBaseStyle(program);
  const glass = setUpGlassEasel(host, errors);
  glass.sheets.setTheme(programWindow.theme);
  const behaviors = defineWeChatBehaviors(glass.space);
  const touchTargets: WeakMap<GlassElement, TouchTarget> = new WeakMap();
  const functions: ComponentFunctions = new WeakMap();

  const compileMessages = new CompileMessages(host, program);
  const tabBar = new TabBar(host, program);
  const stack = new PageStack({
    host,
    program,
    tabBar,
    ready: glass.ready,
    setting: {
      host,
      errors,
      backend: glass.backend,
      space: glass.space,
      sheets: glass.sheets,
      document,
    },
    load(path) {
      const broken = compileMessages.report(path);
      if (broken !== null) {
        errors.refused(`page "${path}" does not compile: ${broken}`);
        return false;
      }
      if (tabBar.isThere && tabBar.has(path)) loader.load('custom-tab-bar/index', modules);
      loader.load(path, modules);
      const isThere = registration.isRegistered(path);
      if (!isThere && loader.hasEnded(path))
        errors.refused(`page "${path}": its script calls neither Page() nor Component()`);
      return isThere;
    },
    frontChanged(page, canGoBack) {
      host.pageChanged();
      programWindow.frontChanged(page, canGoBack);
    },
    pageNotFound: ({ path }) => errors.refused(`there is no page "${path}"`),
  });
  const lifecycle = new Lifecycle({ app, errors, program, stack });
  const pageOf = pageFinder(stack);
  addBuiltins({
    ...{ host, errors, glass, behaviors, touchTargets, functions },
    ...{ stack, programWindow, pageOf },
  });

  const view = createView({
    ...{ stack, programWindow, errors, ready: glass.ready },
    assetUrl: (src, unit) => assetUrl(src, unit, host.files),
  });
  const registration = prepareUnits(program, glass.space, behaviors, {
    animate: view.animate,
    missingHandler: (message) => errors.tolerated(message),
    wxsFailed: (error) =>
      errors.tolerated(`WXS: ${error instanceof Error ? error.message : String(error)}`),
  });
  registerStyles(program, glass);
  extendCallers({
    host,
    errors,
    pageOf: (caller) => pageOf(caller._$),
    route: (api, options) => Reflect.get(Object(automation.wx), api)(options),
    ...view.forCallers,
  });

  const programPromise = promiseOf(host.device);
  const automation = createAutomation({
    host,
    stack,
    home: program.app.pages[0] ?? '',
    functions,
    compile: (source) => modules.expression(source),
    setGlobal: (name, value) => modules.setGlobal(name, value),
    wx: createWx({
      host,
      program,
      router: stack,
      tabBar,
      view: view.api,
      lifecycle: app.lifecycle,
      launchOptions: () => lifecycle.launchOptions,
      enterOptions: () => lifecycle.enterOptions,
      device: () => programWindow.device,
      hasBar: () => programWindow.hasBar,
      tapped: taps.isTapped,
      Promise: programPromise,
      reportError: (error) => errors.program(error),
    }),
  });
  const globals = {
    Promise: programPromise,
    ...languageGlobals(host, errors, () => modules.global),
    ...scriptGlobals(host, app, stack, automation),
    // Not documented, and asked by many programs for the version that they run as.
    __wxConfig: {
      envVersion: 'develop',
      accountInfo: { appId: program.appId },
      pages: [...program.app.pages],
    },
    ...registration.globals(loader.current),
  };
  const modules: ModuleRegistry = new ModuleRegistry(program.modules, globals, loader.around);

  listenToGestures(document, {
    handled: glass.handled,
    target: (element) => touchTargets.get(element),
    whileTapped: taps.during,
    onTap: taps.record,
  });
  listenToScrolling(document, stack, program);
  listenToErrors(errors, app);
  window.addEventListener('resize', () => view.resized(app.lifecycle));

  return {
    ...lifecycle.process(modules),
    automation: automation.domain,
    deviceChanged(device) {
      const { themeChanged } = programWindow.deviceChanged(device);
      if (!themeChanged) return;
      glass.sheets.setTheme(programWindow.theme);
      app.themeChange(programWindow.theme);
    },
    tapTab: (index) => void stack.tapTab(index),
    idle: () => stack.idle(),
    back() {
      if (stack.pages.length <= 1) return stack.closeContainer();
      void stack.navigateBack(1);
      return true;
    },
  };
}

interface BuiltinParts {
  readonly host: PhoneHost;
  readonly errors: Errors;
  readonly glass: Glass;
  readonly behaviors: WeChatBehaviors;
  readonly touchTargets: WeakMap<GlassElement, TouchTarget>;
  readonly functions: ComponentFunctions;
  readonly stack: PageStack;
  readonly programWindow: ProgramWindow;
  pageOf(element: GlassElement): PageInstance | null;
}

function addBuiltins({ glass, stack, programWindow, ...parts }: BuiltinParts): void {
  const { host, errors } = parts;
  defineBuiltins({
    ...parts,
    space: glass.space,
    router: stack,
    forms: new WeakMap(),
    formFields: new WeakMap(),
    assetUrl: (src, component) => assetUrl(src, hostOf(component)?.is ?? '', host.files),
    refreshWindow: () => programWindow.refresh(),
    callTapped(service, params, answered) {
      void host.call(service, params, { tapped: true }).then((answer) => {
        // The phone's objects belong to another document.
        host.deliver(() => errors.guard(() => answered(structuredClone(answer))));
      });
    },
  });
}

/** What of the language, and around it, is otherwise than in a browser. */
function languageGlobals(
  host: PhoneHost,
  errors: Errors,
  global: () => unknown,
): Readonly<Record<string, unknown>> {
  const refused = (message: string) => errors.refused(message);
  return {
    Date: programDate(host.device, (message) => errors.tolerated(message)),
    ...noCodeFromText(global, refused),
    ...pluginGlobals(refused),
  };
}

function scriptGlobals(
  host: PhoneHost,
  app: App,
  stack: PageStack,
  automation: Automation,
): Readonly<Record<string, unknown>> {
  return {
    wx: automation.wx,
    console: programConsole(host),
    App: (definition: Record<string, unknown>) => app.register(definition),
    getApp: (options?: { allowDefault?: boolean }) => app.get(options),
    getCurrentPages: () => stack.pages.map((page) => page.caller),
  };
}

function pageFinder(stack: PageStack): (element: GlassElement) => PageInstance | null {
  return (element) => {
    const root = rootOf(element);
    return (
      stack.pages.find((page) => page.component === root || page.tabBarComponent === root) ?? null
    );
  };
}

function registerStyles(program: CompiledProgram, { backend }: Glass): void {
  backend.registerStyleSheetContent('app', program.appStyle);
  for (const [path, unit] of Object.entries(program.components))
    backend.registerStyleSheetContent(path, unit.style);
}

function listenToErrors(errors: Errors, app: App): void {
  window.addEventListener('error', (event) => errors.program(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => {
    errors.rejection(event.reason);
    app.unhandledRejection(event.reason);
  });
}

function addBaseStyle(program: CompiledProgram): void {
  const style = document.createElement('style');
  style.textContent = baseStyle(program.app.raw.style);
  document.head.append(style);
}

/**
 * A picture's `src`: a url as it is, a path inside the package from where the phone's server shows
 * it.
 */
function assetUrl(src: string, unit: string, files: PhoneFiles): string {
  if (src.startsWith('wxfile://')) return fileUrl(src, files);
  if (/^(?:https?:|data:|blob:)/.test(src)) return src;
  return ASSETS + normalize(src.startsWith('/') ? src : `${unit}/../${src}`);
}
