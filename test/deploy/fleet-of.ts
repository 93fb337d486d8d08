import type { Fleet, FleetSettings } from '../../scripts/deploy/fleet/run';

const files = {
  'app.json':
    '{"pages":["pages/login/login"],"subPackages":[{"root":"pages/agreement/","pages":["agreement"]}],"sitemapLocation":"sitemap.json"}',
  'sitemap.json': '{"rules":[]}',
  'app.js': 'App({});',
  'app.wxss': '@import "./brand/theme.wxss";',
  'brand/index.js': '',
  'brand/theme.wxss': '',
  'brand/theme.json': '{}',
  'brand/logo.png': '',
  'brand/logo.wxml': '',
  'pages/login/login.js': 'Page({b:require("../../brand/index")});',
  'pages/login/login.json': '{}',
  'pages/login/login.wxml': '<include src="/brand/logo.wxml"/>',
  'pages/agreement/agreement.js': 'Page({t:require("./brand/texts")});',
  'pages/agreement/agreement.json': '{}',
  'pages/agreement/agreement.wxml': '<view/>',
  'pages/agreement/brand/texts.js': '',
};

/** A small program with the places that a brand fills, so that a fleet of it is fast. */
export function fleetOf(
  settings: Pick<FleetSettings, 'root' | 'out'> & { readonly proxy: string; readonly key: string },
): Fleet {
  return {
    base: {
      files: new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
      maps: new Map(),
    },
    settings: {
      ...{
        kind: 'upload',
        isVersionGiven: true,
        version: '1.0.0',
        description: 'test',
        robot: 1,
        launch: null,
        again: false,
        dryRun: false,
      },
      timeout: 60_000,
      ...settings,
    },
    examine: () => ({ problems: [], notes: [] }),
  };
}
