import { glassEasel } from 'glass-easel-miniprogram-adapter';
import type {
  ElementCall,
  ElementHandle,
  PageHandle,
  PhoneHost,
  ProgramAutomation,
} from '../../../contract/process';
import { isBlank } from '../blank';
import type { ComponentFunctions } from '../builtins/kit';
import { type GlassElement, rootOf } from '../glass/glass';
import { selectAll } from '../glass/selector';
import type { PageInstance } from '../process/page';
import type { PageStack } from '../process/stack';
import { callWx } from './call-wx';
import { selectByCss } from './css';
import { elementCalls } from './elements';
import { elementIds } from './ids';
import { functionFrom, toJson, valueAt } from './json-values';
import { mockable } from './mock-wx';
import { nameOf, nodesOf } from './names';
import { selectByXpath } from './xpath';

export interface Automation {
  readonly domain: ProgramAutomation;
  /** `wx` with the mocks of `mockWxMethod` over it: what the program gets. */
  readonly wx: unknown;
}

export interface AutomationParts {
  readonly host: PhoneHost;
  readonly wx: Record<string, unknown>;
  readonly stack: PageStack;
  /** The first page of app.json. */
  readonly home: string;
  readonly functions: ComponentFunctions;
  /** Evaluates an expression in the program's scope. */
  compile(expression: string): unknown;
  setGlobal(name: string, value: unknown): void;
}

/**
 * miniprogram-automator's domain objects over the running program. Errors are thrown with words
 * that tell what was not found.
 */
export function createAutomation({
  host,
  wx,
  stack,
  home,
  functions,
  compile,
  setGlobal,
}: AutomationParts): Automation {
  const mocks = mockable(wx, (source) => functionFrom(source, compile));
  const ids = elementIds(() => host.nextId());

  const page = (pageId: number): PageInstance => {
    const found = stack.byId(pageId);
    if (!found) throw new Error(`page ${pageId} is not open`);
    return found;
  };
  const element = (pageId: number, elementId: string): GlassElement => {
    const { component, tabBarComponent } = page(pageId);
    const found = ids.find(elementId);
    const root = found && rootOf(found);
    const isInPage = root === component || (root !== undefined && root === tabBarComponent);
    if (!found || !isInPage || !glassEasel.Element.isAttached(found))
      throw new Error(`element ${elementId} is not in page ${pageId}`);
    return found;
  };
  const select = (pageId: number, selector: string, within: string | undefined): GlassElement[] => {
    const { component } = page(pageId);
    return selectAll(within === undefined ? component : element(pageId, within), selector);
  };

  const domain: ProgramAutomation = {
    pageStack: () => stack.pages.map(handleOfPage),
    currentPage: () => (stack.front ? handleOfPage(stack.front) : null),
    async callWxMethod(method, args) {
      return callWx(mocks.wx, method, args);
    },
    mockWxMethod: (method, mock) => mocks.mock(method, mock),
    async evaluate(functionDeclaration, args) {
      return toJson(await functionFrom(functionDeclaration, compile)(...args));
    },
    addBinding(name, called) {
      setGlobal(name, (...args: unknown[]) => called(args.map(toJson)));
    },
    async goHome() {
      await stack.reLaunch(`/${home}`);
    },
    isBlank: (pageId) => isBlank(page(pageId).dom),
    pageData: (pageId, path) => toJson(valueAt(page(pageId).caller.data, path)),
    setPageData: (pageId, data) => page(pageId).caller.setData(data),
    async callPageMethod(pageId, method, args) {
      const target = page(pageId);
      const found = target.method(method);
      if (!found) throw new Error(`page ${target.path} has no method "${method}"`);
      return toJson(await found.apply(target.caller, args));
    },
    windowProperties(pageId, names) {
      page(pageId);
      return names.map((name) => toJson(valueAt(window, name)));
    },
    element(pageId, selector, within) {
      const found = select(pageId, selector, within)[0];
      return found ? ids.handle(found) : null;
    },
    elements: (pageId, selector, within) => select(pageId, selector, within).map(ids.handle),
    elementsByCss: (pageId, selector, within) =>
      selectByCss(
        within === undefined ? page(pageId).component : element(pageId, within),
        selector,
      ).map(ids.handle),
    elementsByXpath(pageId, xpath): ElementHandle[] {
      const { component, tabBarComponent } = page(pageId);
      return selectByXpath(component, xpath, tabBarComponent).map(ids.handle);
    },
    async elementCall(pageId, elementId, call: ElementCall) {
      return toJson(await elementCalls(element(pageId, elementId), call, functions));
    },
    elementName(elementId) {
      const found = ids.find(elementId);
      return found ? nameOf(found) : 'the element';
    },
    nameOf: (node) => nameOf(node),
    domNode(pageId, elementId) {
      const found = element(pageId, elementId);
      const node = nodesOf(found)[0];
      if (!node) throw new Error(`${nameOf(found)} has no node of its own, and nothing in it`);
      return node;
    },
  };
  return { domain, wx: mocks.wx };
}

function handleOfPage({ pageId, path, query }: PageInstance): PageHandle {
  return { pageId, path, query };
}
