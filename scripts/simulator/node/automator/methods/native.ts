import { z } from 'zod';
import type { Phone } from '../../api/types';
import { waiting } from '../../api/waiting';
import { readGiven } from '../method';

/**
 * What WeChat draws around a program, and how a test answers it. Each waits for what it answers as
 * a person would: 5 s, or `SIMULATOR_PATIENCE`.
 */
export const native = {
  goHome: (phone: Phone) => phone.byId.goHome(),
  async navigateLeft(phone: Phone) {
    const { length } = await phone.byId.pageStack();
    if (length < 2 && (await phone.contract()) === null)
      throw new Error('there is no arrow to the left: the page in front is the first');
    await phone.back();
  },
  confirmModal: (phone: Phone) => answer(phone, 'confirm'),
  cancelModal: (phone: Phone) => answer(phone, 'cancel'),
  /** DevTools has none: by place or by text, one for each column of a picker. */
  async choose(phone: Phone, data: unknown) {
    const choice = z.union([z.string(), z.number()]);
    const { choices } = readGiven(z.object({ choices: z.array(choice) }), data);
    await phone.choose(...choices);
  },
  async switchTab(phone: Phone, data: unknown) {
    const { url } = readGiven(z.object({ url: z.string() }), data);
    await phone.byId.callWxMethod('switchTab', [{ url: url.startsWith('/') ? url : `/${url}` }]);
  },
  authorizeAllow: async (phone: Phone) => (await phone.sheet()).allow(),
  authorizeCancel: async (phone: Phone) => (await phone.sheet()).reject(),
  closePaymentDialog: () => missing('payment'),
  shareConfirm: () => missing('sharing'),
  shareCancel: () => missing('sharing'),
} satisfies Record<string, (phone: Phone, data: unknown) => Promise<void>>;

export type NativeName = keyof typeof native;

export const nativeNames = Object.keys(native) as [NativeName, ...NativeName[]];

/**
 * A modal, the sheet of a picker, a page of WeChat's own, or an action sheet, which has nothing to
 * confirm.
 */
async function answer(phone: Phone, with_: 'confirm' | 'cancel'): Promise<void> {
  const open = await waiting(
    "a modal, an action sheet, a picker or a page of WeChat's own",
    async () => {
      if (await phone.nativePage()) return 'page';
      if (await phone.picker()) return 'picker';
      const dialog = await phone.dialog();
      return dialog?.kind === 'modal' || dialog?.kind === 'actionSheet' ? dialog.kind : null;
    },
  );
  if (open === 'page') return await phone.answerNativePage(with_ === 'confirm' ? 'done' : 'back');
  if (open === 'picker') return await phone.answerPicker(with_);
  if (open === 'actionSheet' && with_ === 'confirm')
    throw new Error(
      "an action sheet is open, and has no button to confirm: mockWxMethod('showActionSheet', " +
        '{ tapIndex: 1 }) before it opens, cancelModal(), or on the simulator alone ' +
        "Tool.native {method: 'choose', data: {choices: [1]}}",
    );
  await phone.answerDialog(with_);
}

async function missing(what: string): Promise<void> {
  throw new Error(
    `the simulator has no ${what}: wx.requestPayment and sharing are not in it, so no such dialog can be open`,
  );
}
