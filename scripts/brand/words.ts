import { wordIn } from '../../miniprogram/login/words/index';
import { brand as messages } from '../messages/brand';
import { say } from '../messages/say';
import type { Brand } from './pack/pack';
import { wordKeys } from './pack/word-keys';

/** Every text of a brand, by key: what is shown in each language, and which of it is the tenant's own. */
export function wordsText({ name, pack }: Brand, part = ''): string {
  const blocks = wordKeys.flatMap((key) => {
    const rows = pack.languages.map((lang) => {
      const own = pack.words[lang]?.[key];
      return `${own === undefined ? ' ' : '*'} ${lang.padEnd(5)}  ${own ?? wordIn(lang, key)}`;
    });
    const block = [key, ...rows.map((row) => `  ${row}`)].join('\n');
    return block.toLowerCase().includes(part.toLowerCase()) ? [block] : [];
  });
  return [say(messages.wordsOf(name)), ...blocks].join('\n\n');
}
