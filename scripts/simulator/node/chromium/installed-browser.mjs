import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, win32 } from 'node:path';

export { browserPackage, CJK_FONT_PACKAGE, whatToInstall } from './what-to-install.mjs';

/**
 * What the search looks at, so that a test can be another machine.
 *
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Record<string, string | undefined>} env
 * @property {string} home
 * @property {(path: string) => boolean} isProgram
 */

/** @type {Machine} */
const thisMachine = { platform: process.platform, env: process.env, home: homedir(), isProgram };

const LINUX_NAMES = [
  // Debian's build without windows: a phone in it starts with a third of the work.
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const LINUX_FOLDERS = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/opt/google/chrome',
  '/opt/microsoft/msedge',
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * An installed browser without windows, Chrome, Chromium or Edge: `CHROME_PATH` first, then the
 * usual places.
 *
 * @param {Machine} [machine]
 * @returns {string | null} The program's path.
 * @throws When CHROME_PATH names something that is not a program: what somebody asked
 *   for is not silently replaced.
 */
export function findInstalledBrowser(machine = thisMachine) {
  const asked = machine.env.CHROME_PATH;
  if (asked !== undefined && asked !== '') {
    if (machine.isProgram(asked)) return asked;
    throw new Error(
      `CHROME_PATH is ${asked}, but there is no program there that can be started.\n` +
        'Set it to the program of a Chrome, Chromium or Edge (not its folder), or unset it to have one looked for.',
    );
  }
  return places(machine).find(machine.isProgram) ?? null;
}

/**
 * @param {Machine} machine
 * @returns {string[]}
 */
function places({ platform, env, home }) {
  switch (platform) {
    case 'darwin':
      return ['/Applications', `${home}/Applications`].flatMap((folder) =>
        MAC_APPS.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
      );
    case 'win32':
      return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => WINDOWS_PROGRAMS.map((program) => win32.join(folder, program)));
    default: {
      const onPath = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
      const folders = [...new Set([...onPath, ...LINUX_FOLDERS])];
      return [
        // By name first: a Chrome anywhere is better than an Edge that comes early in the PATH.
        ...LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
        '/opt/google/chrome/chrome',
        '/opt/microsoft/msedge/msedge',
      ];
    }
  }
}

/** @param {string} path */
function isProgram(path) {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return false;
    accessSync(path, constants.X_OK);
    // Ubuntu's package `chromium-browser` is a script that only tells people to install the snap.
    return stats.size > 4096 || !readFileSync(path, 'utf8').includes('requires the chromium snap');
  } catch {
    return false;
  }
}
