import { howToInstall, howToUpdate, isDebian, isOffered } from '@mini-login/platform/apt';

/** The first that the system offers: Ubuntu and older Debians lack the one without windows. */
const BROWSER_PACKAGES = ['chromium-headless-shell', 'chromium'];

export const CJK_FONT_PACKAGE = 'fonts-wqy-microhei';

/** For a person who has no browser. */
export function whatToInstall() {
  const hint = 'or set CHROME_PATH to the program of one that is installed elsewhere.';
  if (isDebian()) {
    const command = `${howToUpdate()} && ${howToInstall([browserPackage(), CJK_FONT_PACKAGE])}`;
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

export function browserPackage() {
  return BROWSER_PACKAGES.find(isOffered) ?? 'chromium';
}
