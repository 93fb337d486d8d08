import { z } from 'zod';
import type { OpenDialog } from '../../../contract/phone';
import type { Phone } from '../../api/types';
import { type Method, maybe, method, none, pageId, readGiven } from '../method';
import { device, launchRequest, network, permissions, surroundings } from '../phone-params';

const verbs = {
  background: (phone: Phone) => phone.background(),
  foreground: (phone: Phone) => phone.foreground(),
  back: (phone: Phone) => phone.back(),
  kill: (phone: Phone) => phone.kill(),
  launch: (phone: Phone, params: unknown) => phone.launch(readGiven(launchRequest, params)),
  network: (phone: Phone, params: unknown) => phone.network(readGiven(network, params).mode),
  device: (phone: Phone, params: unknown) => phone.device.set(readGiven(device, params).change),
  permissions: (phone: Phone, params: unknown) =>
    phone.setPermissions(readGiven(permissions, params).change),
  surroundings: (phone: Phone, params: unknown) =>
    phone.surround(readGiven(surroundings, params).change),
  received: async (phone: Phone) => ({ received: await phone.received() }),
} satisfies Record<string, (phone: Phone, params: unknown) => Promise<unknown>>;

type Verb = keyof typeof verbs;
const verbNames = Object.keys(verbs) as [Verb, ...Verb[]];

const choice = z.union([z.string(), z.number()]);

/** What DevTools has no method for: the simulator's own, for its test API. */
export const simulatorMethods = {
  'Simulator.surface': method(none, async (_, { phone }) => ({ surface: await surfaceOf(phone) })),
  'Simulator.front': method(none, async (_, { phone }) => {
    const { front, program } = await phone.state();
    return { isBehind: front !== 'program' && program !== 'none' };
  }),
  'Simulator.condition': method(
    z.object({ pageId, elementId: z.string() }),
    async ({ pageId: page, elementId }, { phone }) => {
      const condition = await phone.byId.elementCall(page, elementId, { name: 'condition' });
      const { front } = await phone.state();
      return front === 'program' ? condition : { ...Object(condition), unseen: 'background' };
    },
  ),
  'Simulator.answerDialog': method(
    z.object({ answer: z.string(), content: maybe(z.string()) }),
    ({ answer, content }, { phone }) => phone.answerDialog(answer, content),
  ),
  'Simulator.choose': method(
    z.object({ choices: z.array(choice), timeout: maybe(z.number().min(0)) }),
    ({ choices, timeout }, { phone }) =>
      phone.choose(...choices, ...(timeout === undefined ? [] : [{ timeout }])),
  ),
  'Simulator.clock': method(
    z.object({
      verb: z.enum(['now', 'advance', 'stop', 'start']),
      ms: z.number().min(0).default(0),
    }),
    async ({ verb, ms }, { phone }) =>
      verb === 'now'
        ? { now: await phone.clock.now() }
        : await (verb === 'advance' ? phone.clock.advance(ms) : phone.clock[verb]()),
  ),
  'Simulator.phone': method(
    z.object({ verb: z.enum(verbNames), params: z.unknown().optional() }),
    ({ verb, params }, { phone }) => verbs[verb](phone, params),
  ),
  'Simulator.snapshot': method(none, async (_, { phone }) => {
    const [picture, origin, { screenWidth, screenHeight }] = await Promise.all([
      phone.snapshot(),
      phone.evaluateInFrame(PLACE_OF_PAGE).catch(() => ({ x: 0, y: 0 })),
      phone.device.get(),
    ]);
    const size = { width: screenWidth, height: screenHeight };
    return { data: picture.toString('base64'), origin, size };
  }),
  /** For more clients. */
  'Simulator.endpoint': method(none, (_, { server }) => ({ wsEndpoint: server.wsEndpoint })),
  'Simulator.timeline': method(z.object({ since: z.number() }), ({ since }, { phone }) => {
    const entries = phone.timeline().filter(({ id }) => id > since);
    return { entries, newest: entries.at(-1)?.id ?? since };
  }),
  /** How what lies at this place of the phone's screen is found by a locator. */
  'Simulator.pick': method(
    z.object({ x: z.number(), y: z.number() }),
    async ({ x, y }, { phone }) => ({
      picked: await phone.pick(x, y),
    }),
  ),
} satisfies Readonly<Record<string, Method>>;

/** The program's page on the phone's screen, CSS px. */
const PLACE_OF_PAGE =
  '() => { const { left: x, top: y } = window.frameElement.getBoundingClientRect(); return { x, y }; }';

interface Surface {
  readonly kind: string;
  /** All that a person reads on it. */
  readonly text: string;
}

/** What WeChat draws over the program now. */
async function surfaceOf(phone: Phone): Promise<Surface | null> {
  const page = await phone.nativePage();
  if (page) return { kind: page.kind, text: page.items.map(({ label }) => label).join(' | ') };
  const picker = await phone.picker();
  if (picker) {
    const options = picker.columns.map((column) => column.options.slice(0, 8).join(' '));
    return { kind: 'picker', text: options.join(' | ') };
  }
  const dialog = await phone.dialog();
  return dialog && { kind: dialog.kind, text: textOf(dialog) };
}

function textOf({ params }: OpenDialog): string {
  const { title, content, itemList } = params;
  return [title, content, ...(Array.isArray(itemList) ? itemList : [])]
    .filter((part) => part !== undefined && part !== '')
    .map(String)
    .join(' ');
}
