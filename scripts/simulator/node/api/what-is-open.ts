import type { OpenDialog, PhoneDevice } from '../../contract/phone';

type Shown = 'dialog' | 'sheet' | 'picker' | 'nativePage' | 'contract';

/** What WeChat draws over the program, as the phone tells it. */
export type WhatIsOpen = Partial<Pick<PhoneDevice, Shown>>;

/** How a test answers each: with this package's own API, and with the official client. */
export const WAYS = {
  modal:
    'dialog.accept() or dialog.dismiss() answers it, of the official client ' +
    'native().confirmModal() or cancelModal()',
  choice:
    'dialog.choose() or dialog.dismiss() answers it, of the official client ' +
    'native().cancelModal()',
  sheet:
    'sheet.allow() or sheet.reject() answers it, of the official client ' +
    'native().authorizeAllow() or authorizeCancel()',
  loading: 'wx.hideLoading() ends it',
  toast: 'its duration ends it',
  contract: 'phone.back() leaves it',
} as const;

interface Named {
  readonly name: string;
  readonly way: keyof typeof WAYS;
}

/**
 * `a modal "Sure?" lies over it: dialog.accept() or ... answers it`
 *
 * @param surface Its `data-surface`, by which it is known which of them it is.
 */
export function liesOver(surface: string, open: WhatIsOpen, otherwise: string): string {
  const it = named(surface.replace(/ \d+$/, ''), open);
  return it ? `${it.name} lies over it: ${WAYS[it.way]}` : `WeChat's "${otherwise}" lies over it`;
}

function named(surface: string, { dialog, sheet, nativePage, contract }: WhatIsOpen): Named | null {
  switch (surface) {
    case 'contract':
      return { name: `the page of the privacy contract ${contract}`, way: 'contract' };
    case 'native page':
      return { name: `WeChat's own page "${nativePage?.kind}"`, way: 'choice' };
    case 'sheet':
      return { name: `WeChat's sheet "${sheet?.kind}"`, way: 'sheet' };
    case 'picker':
      return { name: 'the sheet of a picker', way: 'choice' };
    default:
      return surface === 'dialog' && dialog ? nameDialog(dialog) : null;
  }
}

/** `a modal "Sure?"` */
export function nameDialog(dialog: OpenDialog): Named {
  const { title, content, itemList } = dialog.params;
  const says = JSON.stringify(String(title || content || ''));
  if (dialog.kind !== 'actionSheet') return { name: `a ${dialog.kind} ${says}`, way: dialog.kind };
  const items = Array.isArray(itemList) ? itemList.map((item) => JSON.stringify(item)) : [];
  return { name: `an action sheet of ${items.join(', ')}`, way: 'choice' };
}
