import type automator from 'miniprogram-automator';

export type Mini = Awaited<ReturnType<typeof automator.connect>>;
export type Page = NonNullable<Awaited<ReturnType<Mini['currentPage']>>>;
export type Element = NonNullable<Awaited<ReturnType<Page['$']>>>;

/** A message that the official client has no method for. Its own way to send is not in its types. */
export async function send(mini: Mini, method: string, params: object = {}): Promise<unknown> {
  const ask: unknown = Reflect.get(mini, 'send');
  if (typeof ask !== 'function')
    throw new Error('this miniprogram-automator has no send(): 0.12.1 is the one that is known');
  return await ask.call(mini, method, params);
}

/** The page in front. */
export async function frontPage(mini: Mini): Promise<Page> {
  const page = await mini.currentPage();
  if (!page) throw new Error('the program shows no page');
  return page;
}

/** What the client's class for this tag has; its types don't say which it is. */
export async function callOwn(
  element: Element,
  method: string,
  ...args: readonly unknown[]
): Promise<void> {
  const run: unknown = Reflect.get(element, method);
  if (typeof run !== 'function') throw new Error(`<${element.tagName}> can't ${method}`);
  await run.apply(element, args);
}

/** What only the simulator answers; each method says so on DevTools. */
export class Extras {
  readonly #mini: Mini;
  readonly isSimulator: boolean;

  constructor(mini: Mini, isSimulator: boolean) {
    this.#mini = mini;
    this.isSimulator = isSimulator;
  }

  async ask(method: string, params: object = {}): Promise<Record<string, unknown>> {
    if (!this.isSimulator)
      throw new Error(`WeChat DevTools can't do this: ${method} is the simulator's alone`);
    return Object(await send(this.#mini, `Simulator.${method}`, params));
  }
}

export async function askExtras(mini: Mini): Promise<Extras> {
  const { simulator } = Object(await send(mini, 'Tool.getInfo'));
  return new Extras(mini, typeof simulator === 'string');
}
