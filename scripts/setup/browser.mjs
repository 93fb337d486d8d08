import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findInstalledBrowser } from './find-browser.mjs';
import { withLock } from './lock.mjs';
import { root, SetUpError, say, secondsSince } from './say.mjs';

/**
 * Set to anything, it keeps this command from installing packages of the system, also where it runs
 * as root.
 */
const NO_INSTALL = 'MINI_LOGIN_NO_APT';

/** The first that the system offers: Ubuntu and older Debians lack the one without windows. */
const BROWSER_PACKAGES = ['chromium-headless-shell', 'chromium'];

const CJK_FONT_PACKAGE = 'fonts-wqy-microhei';

/**
 * Where the common packages with Chinese letters put them; saves asking fontconfig at each start.
 */
const CJK_FONTS = [
  '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc',
  '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc',
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
];

/**
 * A browser to run the program in, and letters to write its words with. What is missing is
 * installed where that can be done without a question, which is on Debian and Ubuntu as root;
 * everywhere else the person is told what to install.
 */
export function ensureBrowser() {
  const missing = whatIsMissing();
  if (!missing.browser && !missing.font) return;
  if (!canInstall()) {
    if (missing.browser) throw new SetUpError(whatToInstall());
    say(
      `no Chinese font found: Chinese words will show as boxes. Install one: ${elevated(`apt-get install ${CJK_FONT_PACKAGE}`)}`,
    );
    return;
  }
  withLock(join(root, 'out', 'set-up.lock'), () => {
    const stillMissing = whatIsMissing();
    if (stillMissing.browser || stillMissing.font) aptInstall(stillMissing);
    if (findInstalledBrowser() === null)
      throw new SetUpError(`What was installed brought no browser.\n${whatToInstall()}`);
  });
}

function whatIsMissing() {
  // Other systems come with such a font.
  return { browser: findInstalledBrowser() === null, font: isDebian() && !hasChineseFont() };
}

function hasChineseFont() {
  if (CJK_FONTS.some((path) => existsSync(path))) return true;
  return spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' }).stdout?.trim().length > 0;
}

function isDebian() {
  if (process.platform !== 'linux') return false;
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function canInstall() {
  return isDebian() && process.getuid?.() === 0 && !process.env[NO_INSTALL];
}

/** @param {{ browser: boolean, font: boolean }} missing */
function aptInstall(missing) {
  const what = [
    ...(missing.browser ? ['a browser'] : []),
    ...(missing.font ? ['a Chinese font'] : []),
  ];
  say(
    `installing ${what.join(' and ')} (apt-get, as root; ${NO_INSTALL}=1 switches this off). A minute or two...`,
  );
  const startedAt = performance.now();
  apt(['update']);
  const packages = [
    ...(missing.browser ? [browserPackage()] : []),
    ...(missing.font ? [CJK_FONT_PACKAGE] : []),
  ];
  apt(['install', '--yes', '--no-install-recommends', ...packages]);
  say(`installed ${packages.join(' and ')} in ${secondsSince(startedAt)}`);
}

function browserPackage() {
  return (
    BROWSER_PACKAGES.find((name) => spawnSync('apt-cache', ['show', name]).status === 0) ??
    'chromium'
  );
}

/** @param {string[]} args */
function apt(args) {
  const { status, error, stdout, stderr } = spawnSync(
    'apt-get',
    ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  if (error === undefined && status === 0) return;
  const words = error?.message ?? `${stdout}${stderr}`.trim().split('\n').slice(-15).join('\n');
  throw new SetUpError(`\`apt-get ${args.join(' ')}\` failed:\n${words}\n\n${whatToInstall()}`);
}

/** For a person who has no browser. */
export function whatToInstall() {
  const hint = 'or set CHROME_PATH to the program of one that is installed elsewhere.';
  if (isDebian()) {
    const command = elevated(
      `apt-get update && ${elevated(`apt-get install ${browserPackage()} ${CJK_FONT_PACKAGE}`)}`,
    );
    return (
      'No Chrome, Chromium or Edge was found. Install one:\n' +
      `  ${command}\n` +
      `(on Ubuntu, where chromium is a snap, better Google Chrome: https://www.google.com/chrome),\n${hint}`
    );
  }
  if (process.platform === 'linux') {
    return `No Chrome, Chromium or Edge was found. Install your system's package \`chromium\` and one with a Chinese font (google-noto-sans-cjk-fonts, noto-fonts-cjk, font-wqy-zenhei, ...),\n${hint}`;
  }
  return `No Chrome, Chromium or Edge was found. Install Google Chrome from https://www.google.com/chrome,\n${hint}`;
}

/** @param {string} command */
function elevated(command) {
  return process.getuid?.() === 0 ? command : `sudo ${command}`;
}
