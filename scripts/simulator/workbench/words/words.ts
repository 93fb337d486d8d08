import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './en';
import { zhCN } from './zh-cn';

/** The words of the workbench: for developers, so two languages do. What people see on the phone is not here. */
export type WorkbenchWords = typeof en;

export const WordsContext = createContext<WorkbenchWords>(en);

export function useWords(): WorkbenchWords {
  return useContext(WordsContext);
}

/** Chinese when the browser prefers any Chinese, else English. */
export function wordsFor(languages: readonly string[]): { readonly words: WorkbenchWords; readonly lang: 'zh-CN' | 'en' } {
  const preferred = languages.find((language) => /^(zh|en)\b/i.test(language));
  return preferred !== undefined && /^zh/i.test(preferred) ? { words: zhCN, lang: 'zh-CN' } : { words: en, lang: 'en' };
}
