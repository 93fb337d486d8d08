import type { ElementCall, ElementHandle, PageHandle, ProgramAutomation } from '../../../contract/process';
import { domOf, type GlassElement, isCaller } from '../glass/glass';
import { selectAll } from '../glass/selector';
import type { PageInstance } from '../process/page';
import type { PageStack } from '../process/stack';
import { elementCalls } from './elements';
import { functionFrom, toJson, valueAt } from './json-values';
import { mockable } from './mock-wx';

export interface Automation {
  readonly domain: ProgramAutomation;
  /** `wx` with the mocks of `mockWxMethod` over it: what the program gets. */
  readonly wx: unknown;
}

export interface AutomationParts {
  readonly wx: Record<string, unknown>;
  readonly stack: PageStack;
  getApp(): unknown;
}

/** miniprogram-automator's domain objects over the running program. Errors are thrown with words that tell what was not found. */
export function createAutomation({ wx, stack, getApp }: AutomationParts): Automation {
  const mocks = mockable(wx);
  const ids = elementIds();
  const globals = { getApp, getCurrentPages: () => stack.pages.map(({ caller }) => caller) };

  const page = (pageId: number): PageInstance => {
    const found = stack.byId(pageId);
    if (!found) throw new Error(`page ${pageId} is not open`);
    return found;
  };
  const element = (pageId: number, elementId: string): GlassElement => {
    const found = ids.find(elementId);
    page(pageId);
    if (!found || domOf(found)?.isConnected === false) throw new Error(`element ${elementId} is not in page ${pageId}`);
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
      const scope = { wx: mocks.wx, ...globals };
      return toJson(await functionFrom(functionDeclaration, scope)(...args));
    },
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
    elements: (pageId, selector, within) => select(pageId, selector, within).map((found) => ids.handle(found)),
    async elementCall(pageId, elementId, call: ElementCall) {
      return toJson(await elementCalls(element(pageId, elementId), call));
    },
    domNode(pageId, elementId) {
      const node: unknown = element(pageId, elementId).getBackendElement();
      if (!(node instanceof Element)) throw new Error(`element ${elementId} has no node of its own`);
      return node;
    },
  };
  return { domain, wx: mocks.wx };
}

function handleOfPage({ pageId, path, query }: PageInstance): PageHandle {
  return { pageId, path, query };
}

/** Ids are given when first asked for, stay with the node, and are never used again. */
function elementIds() {
  const byElement = new WeakMap<GlassElement, string>();
  const byId = new Map<string, WeakRef<GlassElement>>();
  let next = 1;
  return {
    find: (id: string) => byId.get(id)?.deref(),
    handle(element: GlassElement): ElementHandle {
      const known = byElement.get(element);
      const elementId = known ?? String(next++);
      if (known === undefined) {
        byElement.set(element, elementId);
        byId.set(elementId, new WeakRef(element));
      }
      const tag = tagOf(element);
      return { elementId, tagName: tag.name, ...(tag.isCustom ? { nodeId: elementId } : {}) };
    },
  };
}

function tagOf(element: GlassElement): { name: string; isCustom: boolean } {
  const component = element.asGeneralComponent();
  if (!component) return { name: 'is' in element ? String(element.is) : '', isCustom: false };
  return { name: component.tagName.replace(/^wx-/, ''), isCustom: isCaller(component.getMethodCaller()) };
}

/** An asynchronous API answers with what `success` gets, or throws what `fail` gets; a synchronous one with its value. */
function callWx(wx: Record<string, unknown>, method: string, args: readonly unknown[]): Promise<unknown> {
  const api = wx[method];
  if (typeof api !== 'function') return Promise.reject(new Error(`wx.${method} is not a function`));
  const [first, ...rest] = args;
  const takesOptions = !method.endsWith('Sync') && (first === undefined || (typeof first === 'object' && first !== null));
  return new Promise((resolve, reject) => {
    const listeners = {
      success: (result: unknown) => resolve(toJson(result)),
      fail: (error: unknown) => reject(new Error(errMsgOf(error))),
    };
    try {
      const result: unknown = takesOptions ? api({ ...first, ...listeners }, ...rest) : api(...args);
      if (!takesOptions || result !== undefined) Promise.resolve(result).then((value: unknown) => resolve(toJson(value)), reject);
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

function errMsgOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : String(error);
}
