import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { type KitCode, kitNames, type Sample } from './kit-sample';

const path = '/workbench/code';

/** `GET ?lang=`: the samples of each kit, as its README has them. */
export function addKitCode(app: Hono, root: string): string {
  app.get(path, (c) => c.json(readKitCode(root, c.req.query('lang') ?? '')));
  return path;
}

/** @param lang BCP 47, of the words around the code. */
export function readKitCode(root: string, lang: string): readonly KitCode[] {
  const file = /^zh/i.test(lang) ? 'README.zh-CN.md' : 'README.md';
  return kitNames.map((kit) => {
    const source = `kits/${kit}/${file}`;
    return { kit, source, samples: samplesIn(readFileSync(join(root, source), 'utf8')) };
  });
}

/** Shell lines set a kit up; they are no lines of an app. */
const noApp = /^(sh|bash|console|json|xml|toml|yaml|groovy|ruby|text|)$/;

/** The fenced code of a Markdown text, each with the heading that it stands under. */
export function samplesIn(markdown: string): readonly Sample[] {
  const samples: Sample[] = [];
  let heading = '';
  let open: {
    readonly indent: number;
    readonly language: string;
    readonly lines: string[];
  } | null = null;
  for (const line of markdown.split('\n')) {
    const fence = /^( *)```(.*)$/.exec(line);
    if (open !== null) {
      if (fence === null) open.lines.push(line.slice(open.indent));
      else {
        const { language, lines } = open;
        if (!noApp.test(language)) samples.push({ heading, language, code: lines.join('\n') });
        open = null;
      }
    } else if (fence !== null) {
      const [, indent = '', info = ''] = fence;
      open = { indent: indent.length, language: info.trim().split(/\s+/)[0] ?? '', lines: [] };
    } else if (/^#{1,3} /.test(line)) heading = line.replace(/^#+ /, '');
  }
  return samples;
}
