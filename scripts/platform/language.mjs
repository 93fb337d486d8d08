/**
 * Which language the tools speak. Plain JavaScript: a help text is shown before anything is
 * installed.
 *
 * @typedef {'en' | 'zh'} Language
 */

/** @type {readonly Language[]} */
export const languages = ['en', 'zh'];

/** The environment's name for it, for a command and for the processes that it starts. */
export const LANGUAGE = 'MINI_LOGIN_LANG';

/**
 * `--lang`, else the system's, in the order of POSIX. Windows has none of these variables; there
 * Node knows.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Language}
 */
export function languageOf(env) {
  const named = [env[LANGUAGE], env.LC_ALL, env.LC_MESSAGES, env.LANG].find((one) => one);
  return readLanguage(named ?? systemLocale()) ?? 'en';
}

/** Asked for only where nothing is named: Node takes as long for it as for all else at a start. */
function systemLocale() {
  return Intl.DateTimeFormat().resolvedOptions().locale;
}

/**
 * As somebody writes a language: `zh`, `zh-CN`, `zh_CN.UTF-8`, `en`. Null: another one.
 *
 * @param {string} tag
 * @returns {Language | null}
 */
export function readLanguage(tag) {
  return languages.find((one) => new RegExp(`^${one}(?:[-_.@].*)?$`, 'i').test(tag)) ?? null;
}

/**
 * Of two texts the one in the language of this process.
 *
 * @param {string} english
 * @param {string} chinese
 */
export function pickText(english, chinese) {
  return languageOf(process.env) === 'zh' ? chinese : english;
}

/**
 * `--lang zh` or `--lang=zh`, wherever it stands. Null: nothing is asked for.
 *
 * @param {readonly string[]} args
 */
export function languageAskedFor(args) {
  const at = args.findIndex((arg) => /^--lang(?:=|$)/.test(arg));
  if (at < 0) return null;
  return readLanguage(args[at]?.split('=')[1] ?? args[at + 1] ?? '');
}
