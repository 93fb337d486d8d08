/** Names in a sentence. Plain JavaScript: a help text is shown before anything is installed. */

/** @typedef {'and' | 'or'} Join */

const chinese = { and: '和', or: '或' };

/**
 * "a, b and c"; in Chinese "a、b 和 c".
 *
 * @param {readonly string[]} names
 * @param {Join} [join]
 * @param {'en' | 'zh'} [language]
 */
export function inWords(names, join = 'and', language = 'en') {
  if (language === 'en') {
    const type = join === 'and' ? 'conjunction' : 'disjunction';
    return new Intl.ListFormat('en-GB', { type }).format(names);
  }
  const [last = '', ...others] = [...names].reverse();
  const first = others.reverse().join('、');
  if (first === '') return last;
  // Only next to a name that is not Chinese there is a space.
  const before = HAN.test(first.slice(-1)) ? '' : ' ';
  const after = HAN.test(last.slice(0, 1)) ? '' : ' ';
  return `${first}${before}${chinese[join]}${after}${last}`;
}

const HAN = /[\p{sc=Han}\p{P}]/u;

/**
 * What there is: "there is a", "there are a and b".
 *
 * @param {readonly string[]} names
 */
export function thereAre(names) {
  if (names.length === 0) return 'there are none';
  return `there ${names.length === 1 ? 'is' : 'are'} ${inWords(names)}`;
}
