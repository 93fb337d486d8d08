import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { linkFolder } from '@mini-login/platform/files';
import { root as here } from '../../scripts/setup/say.mjs';
import { testGit } from '../support/git';

/**
 * What a compilation takes its time for is not in here: a page each for the program and its
 * subpackage.
 */
const small: Readonly<Record<string, string>> = {
  'miniprogram/app.json': JSON.stringify({
    pages: ['pages/login/login'],
    subPackages: [{ root: 'pages/agreement', pages: ['agreement'] }],
    sitemapLocation: 'sitemap.json',
    themeLocation: 'brand/theme.json',
    darkmode: true,
  }),
  'miniprogram/sitemap.json': '{"rules":[]}',
  'miniprogram/app.ts': 'App({});',
  'miniprogram/app.wxss': '@import "./brand/theme.wxss";',
  'miniprogram/pages/login/login.ts':
    "import { brand } from '../../brand/index';\nPage({ data: { logo: brand.logo } });",
  'miniprogram/pages/login/login.wxml':
    '<include src="../../brand/logo.wxml"/><image src="/brand/logo.png"/>',
  'miniprogram/pages/agreement/agreement.ts':
    "import { texts } from './brand/texts';\nPage({ data: { texts } });",
  'miniprogram/pages/agreement/agreement.wxml': '<view/>',
};

/**
 * A checkout of its own with all of the commands and a small program, so that a command as somebody
 * types it costs a test little. Everything in it is committed.
 */
export function makeSmallCheckout(): string {
  const root = mkdtempSync(join(tmpdir(), 'mini-login-checkout-'));
  for (const path of [
    'scripts',
    'brands/demo',
    'miniprogram/login',
    'typings',
    'package.json',
    'package-lock.json',
  ]) {
    cpSync(join(here, path), join(root, path), { recursive: true });
  }
  for (const path of ['project.config.json', 'tsconfig.json', '.gitignore'])
    cpSync(join(here, path), join(root, path));
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(join(here, 'node_modules'))) {
    linkFolder(join(here, 'node_modules', name), join(root, 'node_modules', name));
  }
  for (const [path, text] of Object.entries(small)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export function commitAll(root: string): void {
  const git = (...args: string[]) => testGit(root, args);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'First');
}
