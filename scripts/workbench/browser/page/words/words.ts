import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en, type WorkbenchWords } from './en';
import { zhCN } from './zh-cn';

export const WordsContext = createContext<WorkbenchWords>(en);

export function useWords(): WorkbenchWords {
  return useContext(WordsContext);
}

/** Chinese when the browser prefers any Chinese, else English. */
export function wordsFor(languages: readonly string[]): WorkbenchWords {
  const preferred = languages.find((language) => /^(zh|en)\b/i.test(language));
  return preferred !== undefined && /^zh/i.test(preferred) ? zhCN : en;
}
