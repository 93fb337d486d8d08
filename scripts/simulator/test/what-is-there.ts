import { frontPage } from './client';
import type { Context } from './context';

const most = 12;

/** What WeChat draws over the program; null on DevTools, which does not say. */
export async function openSurface({ extras }: Context): Promise<unknown> {
  if (!extras.isSimulator) return null;
  const { surface = null } = await extras.ask('surface').catch((): Record<string, unknown> => ({}));
  return surface;
}

/**
 * Where a test stands: the page, its ids, its texts, what WeChat draws over it, and what went wrong
 * just before.
 */
export async function whatIsThere(context: Context): Promise<string> {
  const { mini, errors } = context;
  const surface = await openSurface(context);
  const open = [
    ...(surface === null ? [] : [`  over it   ${JSON.stringify(surface)}`]),
    ...errors.recent().map((message) => `  error     ${message}`),
  ];
  try {
    const page = await frontPage(mini);
    const [root] = await page.getElementsByXpath('/page');
    const wxml = String((await root?.outerWxml()) ?? '');
    const ids = [...wxml.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
    const texts = wxml
      .split(/<[^>]*>/)
      .map((text) => text.trim())
      .filter((text) => text !== '');
    return [
      `  page      ${page.path}`,
      `  ids       ${some(ids)}`,
      `  texts     ${some(texts.map((text) => JSON.stringify(text)))}`,
      ...open,
    ].join('\n');
  } catch {
    return ['  page      none: the program shows no page', ...open].join('\n');
  }
}

function some(all: readonly string[]): string {
  const once = [...new Set(all)];
  if (once.length === 0) return '(none)';
  const rest = once.length - most;
  return once.slice(0, most).join(', ') + (rest > 0 ? `, and ${rest} more` : '');
}
