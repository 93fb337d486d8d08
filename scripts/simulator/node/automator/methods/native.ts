import { z } from 'zod';
import type { Phone } from '../../api/types';
import { waiting } from '../../api/waiting';

/**
 * What WeChat draws around a program, and how a test answers it. Each waits for what it answers as
 * a person would: 5 s, or `SIMULATOR_PATIENCE`.
 */
export const native = {
  goHome: (phone: Phone) => phone.byId.goHome(),
  async navigateLeft(phone: Phone) {
    const { length } = await phone.byId.pageStack();
    if (length < 2)
      throw new Error('there is no arrow to the left: the page in front is the first');
    await phone.back();
  },
  confirmModal: (phone: Phone) => answerModal(phone, 'confirm'),
  cancelModal: (phone: Phone) => answerModal(phone, 'cancel'),
  async switchTab(phone: Phone, data: unknown) {
    const { url } = z.object({ url: z.string() }).parse(data);
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

async function answerModal(phone: Phone, answer: 'confirm' | 'cancel'): Promise<void> {
  await waiting('a modal of wx.showModal', async () => (await phone.dialog())?.kind === 'modal');
  await phone.answerDialog(answer);
}

async function missing(what: string): Promise<void> {
  throw new Error(
    `the simulator has no ${what}: wx.requestPayment and sharing are not in it, so no such dialog can be open`,
  );
}
