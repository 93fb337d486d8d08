import { own } from '../../../miniprogram/login/json';
import { hold } from '../violation';
import type { Readable, Reading } from './reading';

/** Texts that GenAuth gives no version: the program's own has to tell them apart. */
const wordsOf = new Map<string, string>();

interface Screen {
  readonly all: readonly Readable[];
  /** The sentences of the optional agreements that the person has ticked. */
  readonly chosen: readonly string[];
}

/** The receipt in a result against the words that stood on the screen at the tap. */
export function checkReceipt(
  result: string,
  yes: { readonly at: number; readonly to: Reading },
  { all, chosen }: Screen,
): void {
  const receipt = own(JSON.parse(result), 'consent');
  const at = String(own(receipt, 'at'));
  hold(3, Date.parse(at) === yes.at, 'the result names a time at which the person did not agree');
  const listed = own(receipt, 'agreements');
  const entries = Array.isArray(listed) ? listed : [];
  hold(3, entries.length > 0, 'the result does not say what was agreed to');
  const isAgreed = ({ words, optional }: Readable) =>
    optional ? chosen.some((one) => one.includes(words)) : yes.to.words.includes(words);
  for (const entry of entries) {
    const id = own(entry, 'id');
    const known = all.find((one) => one.id === id);
    hold(3, known !== undefined && isAgreed(known), `the receipt names ${id}, not agreed to`);
    checkVersion(known, String(own(entry, 'version')));
  }
  for (const one of all.filter(isAgreed))
    hold(
      3,
      entries.some((entry) => own(entry, 'id') === one.id),
      `the receipt lacks ${one.id}`,
    );
  hold(
    3,
    (own(receipt, 'privacyContract') ?? '') === yes.to.contract,
    "the receipt names another contract of WeChat's than the screen",
  );
  const scopes = own(receipt, 'scopes');
  hold(
    3,
    (Array.isArray(scopes) && scopes.length > 0) === (yes.to.scopes !== ''),
    'the receipt and the screen differ in what is shared',
  );
}

function checkVersion({ id, version, words }: Readable, given: string): void {
  if (version !== null) {
    hold(3, given === version, `the receipt names version ${given} of ${id}`);
    return;
  }
  const key = `${id} ${given}`;
  hold(3, (wordsOf.get(key) ?? words) === words, `two texts have the version ${given}`);
  wordsOf.set(key, words);
}
