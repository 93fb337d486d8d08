import type { DeviceInfo } from '../../../contract/process';
import { wxssValueToCss } from '../../../contract/wxss-value';

/**
 * https://developers.weixin.qq.com/miniprogram/dev/component/page-meta.html; what the page's
 * <page-meta> says.
 */
export interface PageMeta {
  readonly pageStyle?: string;
  readonly pageFontSize?: string;
  readonly rootFontSize?: string;
  readonly backgroundColor?: string;
  readonly rootBackgroundColor?: string;
}

/** CSS px of WeChat's standard font size. */
const FONT_SIZE = 16;

/** The frame's html and body stand for WeChat's root and `page` nodes. */
export function applyPageMeta(document: Document, meta: PageMeta, device: DeviceInfo): void {
  const { documentElement: root, body } = document;
  body.setAttribute('style', wxssValueToCss(meta.pageStyle ?? ''));
  if (meta.pageFontSize) body.style.fontSize = fontSize(meta.pageFontSize, device);
  root.style.fontSize = meta.rootFontSize ? fontSize(meta.rootFontSize, device) : '';
  root.style.backgroundColor = meta.rootBackgroundColor || meta.backgroundColor || '';
}

function fontSize(value: string, device: DeviceInfo): string {
  return value === 'system' ? `${FONT_SIZE * device.fontSizeScaleFactor}px` : value;
}
