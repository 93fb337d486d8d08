import { describe, expect, test } from '@jest/globals';
import { findInstalledBrowser } from '../../../../scripts/simulator/node/chromium/installed-browser.mjs';

function machine(
  platform: NodeJS.Platform,
  programs: readonly string[],
  env: Record<string, string> = {},
) {
  return { platform, env, home: '/home/li', isProgram: (path: string) => programs.includes(path) };
}

describe('CHROME_PATH', () => {
  test('comes before every other browser', () => {
    const linux = machine('linux', ['/usr/bin/chromium', '/opt/mine/chrome'], {
      CHROME_PATH: '/opt/mine/chrome',
    });
    expect(findInstalledBrowser(linux)).toBe('/opt/mine/chrome');
  });

  test('is an error that names it when there is no program, although another browser is installed', () => {
    const linux = machine('linux', ['/usr/bin/chromium'], { CHROME_PATH: '/opt/gone/chrome' });
    expect(() => findInstalledBrowser(linux)).toThrow(/CHROME_PATH is \/opt\/gone\/chrome/);
  });

  test('counts as unset when it is empty', () => {
    expect(findInstalledBrowser(machine('linux', ['/usr/bin/chromium'], { CHROME_PATH: '' }))).toBe(
      '/usr/bin/chromium',
    );
  });
});

describe('an installed browser is found', () => {
  test('on Linux in the PATH, Chrome before Edge', () => {
    const linux = machine('linux', ['/home/li/bin/google-chrome', '/usr/bin/microsoft-edge'], {
      PATH: '/usr/bin:/home/li/bin',
    });
    expect(findInstalledBrowser(linux)).toBe('/home/li/bin/google-chrome');
  });

  test('on Linux first the one without windows', () => {
    const linux = machine('linux', ['/usr/bin/chromium-headless-shell', '/usr/bin/google-chrome'], {
      PATH: '/usr/bin',
    });
    expect(findInstalledBrowser(linux)).toBe('/usr/bin/chromium-headless-shell');
  });

  test('on Linux as a snap, with no PATH at all', () => {
    expect(findInstalledBrowser(machine('linux', ['/snap/bin/chromium']))).toBe(
      '/snap/bin/chromium',
    );
  });

  test("on macOS among everybody's applications and one's own", () => {
    const own = '/home/li/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    expect(findInstalledBrowser(machine('darwin', [own]))).toBe(own);
    const shared = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findInstalledBrowser(machine('darwin', [own, shared]))).toBe(shared);
  });

  test('on Windows in each of the program folders', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = {
      PROGRAMFILES: 'C:\\Program Files',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    };
    expect(findInstalledBrowser(machine('win32', [edge], env))).toBe(edge);
  });
});

test('no browser is no error: the set-up may install one', () => {
  expect(findInstalledBrowser(machine('linux', [], { PATH: '/usr/bin' }))).toBeNull();
});
