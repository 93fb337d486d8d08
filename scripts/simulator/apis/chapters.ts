import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The first part of each address in WeChat's documentation, and how it is called there. */
export const CHAPTERS = {
  base: 'Base',
  route: 'Routing',
  navigate: 'Navigation between programs',
  share: 'Sharing',
  ui: 'User interface',
  network: 'Network',
  payment: 'Payment',
  storage: 'Storage',
  'data-analysis': 'Data analysis',
  media: 'Media',
  location: 'Location',
  file: 'Files',
  'open-api': 'Open interfaces',
  device: 'Device',
  canvas: 'Canvas',
  worker: 'Workers',
  wxml: 'WXML',
  ext: 'Third-party platform',
  ad: 'Advertisements',
  ai: 'AI',
  skyline: 'Skyline',
  chattool: 'Chat tools',
  cloud: 'Cloud development',
} as const;

const ADDRESS = /\/miniprogram\/dev\/api\/([\w-]+)\/(?:[\w-]+\/)*wx\.(\w+)\.html/g;

/** The chapter of each name of `wx`, read from the addresses in the official typings. */
export function readChapters(): ReadonlyMap<string, string> {
  const typings = createRequire(import.meta.url).resolve(
    'miniprogram-api-typings/types/wx/lib.wx.api.d.ts',
  );
  // The typings name no address for these.
  const chapters = new Map<string, string>([
    ['cloud', 'cloud'],
    ['env', 'base'],
    ['getXrFrameSystem', 'skyline'],
    ['router', 'skyline'],
  ]);
  for (const [, chapter = '', name = ''] of readFileSync(typings, 'utf8').matchAll(ADDRESS))
    if (!chapters.has(name)) chapters.set(name, chapter);
  return chapters;
}
