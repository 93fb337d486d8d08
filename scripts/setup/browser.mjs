import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  browserPackage,
  CJK_FONT_PACKAGE,
  findInstalledBrowser,
  whatToInstall,
} from '@mini-login/simulator/installed-browser';
import { howToInstall, installPackages, isDebian, isRoot } from '../platform/apt.mjs';
import { withLock } from './lock.mjs';
import { root, SetUpError, say, secondsSince } from './say.mjs';

/**
 * Set to anything, it keeps this command from installing packages of the system, also where it runs
 * as root.
 */
const NO_INSTALL = 'MINI_LOGIN_NO_APT';

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
  const missing = findMissing();
  if (!missing.browser && !missing.font) return;
  if (!canInstall()) {
    if (missing.browser) throw new SetUpError(whatToInstall());
    say(
      `no Chinese font found: Chinese words will show as boxes. Install one: ${howToInstall([CJK_FONT_PACKAGE])}`,
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

/** @throws {SetUpError} When CHROME_PATH is wrong: the person has to know. */
function findMissing() {
  try {
    return whatIsMissing();
  } catch (error) {
    throw new SetUpError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function whatIsMissing() {
  // Other systems come with such a font.
  return { browser: findInstalledBrowser() === null, font: isDebian() && !hasChineseFont() };
}

function hasChineseFont() {
  if (CJK_FONTS.some((path) => existsSync(path))) return true;
  return spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' }).stdout?.trim().length > 0;
}

function canInstall() {
  return isDebian() && isRoot() && !process.env[NO_INSTALL];
}

/** @param {{ browser: boolean, font: boolean }} missing */
function aptInstall(missing) {
  const what = [
    ...(missing.browser ? ['a browser'] : []),
    ...(missing.font ? ['a Chinese font'] : []),
  ];
  say(
    `installing ${what.join(' and ')} (packages of the system, as root; ${NO_INSTALL}=1 switches this off). A minute or two...`,
  );
  const startedAt = performance.now();
  const packages = [
    ...(missing.browser ? [browserPackage()] : []),
    ...(missing.font ? [CJK_FONT_PACKAGE] : []),
  ];
  try {
    installPackages(packages);
  } catch (error) {
    throw new SetUpError(
      `${error instanceof Error ? error.message : error}\n\n${whatToInstall()}`,
      {
        cause: error,
      },
    );
  }
  say(`installed ${packages.join(' and ')} in ${secondsSince(startedAt)}`);
}
