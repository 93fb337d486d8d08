import type { ApiFamily } from '../call';
import { isParams } from '../call';
import { bytesOf } from '../file/bytes';

/** Of a font's descriptors, those that the interface takes. */
const DESCRIPTORS = ['style', 'weight', 'variant'] as const;

export const font: ApiFamily = (tools) => ({
  /** https://developers.weixin.qq.com/miniprogram/dev/api/ui/font/wx.loadFontFace.html */
  loadFontFace: tools.asynchronous('loadFontFace', {
    params: {
      ...{ family: 'String', source: 'String', desc: 'Object?', global: 'Boolean?' },
      scopes: 'Array?',
    },
    run: async ({ family, source, desc }) => {
      const failed = (errMsg: string) =>
        ({ ok: false, errMsg: `loadFontFace:fail ${errMsg}`, extra: { status: 'error' } }) as const;
      const address = /^url\(\s*["']?(.*?)["']?\s*\)$/.exec(String(source).trim())?.[1];
      if (address === undefined) return failed('invalid source');
      if (!/^(?:https:|data:)/.test(address)) return failed('only https and data URLs are allowed');
      const bytes = address.startsWith('data:')
        ? new Uint8Array(await (await fetch(address)).arrayBuffer())
        : await bytesOf(address, tools);
      if (!bytes) return failed('download failed');
      const given = isParams(desc) ? desc : {};
      const descriptors = DESCRIPTORS.flatMap((name) =>
        typeof given[name] === 'string' ? [[name, given[name]]] : [],
      );
      try {
        const face = new FontFace(
          String(family),
          new Uint8Array(bytes).buffer,
          Object.fromEntries(descriptors),
        );
        document.fonts.add(await face.load());
        return { ok: true, result: { status: 'loaded' } };
      } catch {
        return failed('the font can not be read');
      }
    },
  }),
});
