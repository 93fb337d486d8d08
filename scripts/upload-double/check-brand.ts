import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import type { Upload } from './answers';

const text = z.record(z.string(), z.string());
const theme = z.object({
  background: z.string(),
  primary: z.string(),
  onPrimary: z.string(),
  link: z.string(),
});

/** What a pack and the program that is made of it say alike. */
const alike = {
  appName: text,
  operator: text,
  apps: z.array(z.unknown()),
  genauth: z.unknown(),
  languages: z.array(z.string()),
};

const packFile = z.object({
  ...alike,
  miniProgram: z.object({ appId: z.string() }),
  logo: z.string(),
  look: z.object({ light: theme, dark: theme }),
  agreements: z.object({
    items: z.array(z.object({ content: z.object({ textFile: z.string() }) })),
  }),
});
const brandModule = z.object({ brand: z.object(alike) });
const textsModule = z.object({ texts: z.record(z.string(), text) });

/**
 * What in a package that arrived is not this pack's: AppID, words, apps, colours, logo, agreements.
 * Empty: all is. Reads the pack's own files and runs what arrived, so that whatever fills a package
 * is held by it.
 *
 * @param folder A pack whose agreements are texts.
 */
export function checkBrand({ appId, files }: Upload, folder: string): readonly string[] {
  const pack = packFile.parse(JSON.parse(readFileSync(join(folder, 'brand.json'), 'utf8')));
  const { brand } = brandModule.parse(run(files.get('brand/index.js')));
  const { texts } = textsModule.parse(run(files.get('pages/agreement/brand/texts.js')));
  const [light = '', dark = ''] = (files.get('brand/theme.wxss')?.toString() ?? '').split('@media');
  const wanted = z.object(alike).parse(pack);
  const wrong = [
    ...(appId === pack.miniProgram.appId ? [] : ['AppID']),
    ...Object.entries(wanted).flatMap(([key, value]) =>
      isDeepStrictEqual(Reflect.get(brand, key), value) ? [] : [key],
    ),
    ...(hasColours(light, pack.look.light) ? [] : ['light colours']),
    ...(hasColours(dark, pack.look.dark) ? [] : ['dark colours']),
    ...(files.get('brand/logo.png')?.equals(readFileSync(join(folder, pack.logo))) === true
      ? []
      : ['logo']),
  ];
  for (const { content } of pack.agreements.items) {
    for (const lang of pack.languages) {
      const agreement = readFileSync(
        join(folder, `agreements/${content.textFile}.${lang}.txt`),
        'utf8',
      ).trim();
      if (texts[content.textFile]?.[lang] !== agreement) wrong.push(`${content.textFile}.${lang}`);
    }
  }
  return wrong;
}

function hasColours(style: string, colours: z.infer<typeof theme>): boolean {
  const declared = new Map(
    [...style.matchAll(/--([\w-]+):\s*(#\w+)/g)].map(([, name, value = '']) => [
      name,
      inFull(value),
    ]),
  );
  return Object.entries(colours).every(
    ([key, value]) => declared.get(key === 'onPrimary' ? 'on-primary' : key) === value,
  );
}

/** `#fff` as `#ffffff`: the official compiler shortens. */
function inFull(colour: string): string {
  return colour.length === 4 ? colour.replace(/\w/g, '$&$&') : colour;
}

/**
 * Through JSON: what another context made has prototypes of its own, which no comparison forgives.
 */
function run(script: Buffer | undefined): unknown {
  const module = { exports: {} };
  runInNewContext(script?.toString() ?? '', { module, exports: module.exports });
  return JSON.parse(JSON.stringify(module.exports));
}
