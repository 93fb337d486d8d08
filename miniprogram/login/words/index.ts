import type { Lang } from '../lang';
import { aboutWords } from './about';
import { directoryWords, templateWords } from './directory';
import { failureWords } from './failure';
import { loginWords } from './login';
import { returningWords } from './returning';
import { translationIn } from './translations';
import { workingWords } from './working';

/**
 * Every text of the program. What ships is `Brand.texts`: `npm run brand` takes those of the
 * brand's languages from here. `{app}`, `{operator}` and `{list}` are put in where they are said.
 */
export const words = {
  ...loginWords,
  ...workingWords,
  ...returningWords,
  ...failureWords,
  ...aboutWords,
  ...directoryWords,
  ...templateWords,
};

export type WordKey = keyof typeof words;

export function wordIn(lang: Lang, key: WordKey): string {
  return translationIn(lang, words[key]);
}
