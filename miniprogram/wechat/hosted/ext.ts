import type { Brand } from '../../login/brand';
import type { TemplateConfig } from '../../login/directory';
import { readTemplate, type Template } from '../../login/hosted/ext';
import { note } from '../note';

/** Reads the brand of this process, once: nothing changes it while the program runs. */
export function openTemplate(template: Brand, config: TemplateConfig): Template {
  const read = readTemplate(readExt(), template, config);
  read.notes.forEach(note);
  return read;
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/ext/wx.getExtConfigSync.html */
function readExt(): unknown {
  try {
    return wx.getExtConfigSync();
  } catch {
    // As if there were none: its owner reads why nobody is served.
    return undefined;
  }
}
