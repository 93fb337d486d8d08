import type { EffectiveBrand, GenauthAgreement } from '../brand';
import { isOptional } from '../consent';
import type { ShownFailure } from '../failure';
import { own, text } from '../json';
import { type Lang, langOfTag, withNearest } from '../lang';
import { readAgreement } from './agreement';

/** More of anything is no configuration that a person could read. */
const maxAgreements = 20;

interface Read {
  readonly order: number;
  /**
   * One of ours where it is that, else as it stands; empty: GenAuth does not say, and it is for
   * everybody.
   */
  readonly lang: string;
  readonly agreement: GenauthAgreement;
}

/**
 * The agreements of the configuration in the person's language; those for registering only where
 * the login `mayRegister`. Fails closed: no configuration, or none that names an agreement to agree
 * to, is no login; an agreement that cannot be read is not left out.
 *
 * @param data Of the public configuration, as `readEnvelope` opens it.
 */
export function readAgreements(
  data: unknown,
  lang: Lang,
  hosts: Pick<EffectiveBrand, 'businessDomains' | 'reader'>,
  mayRegister = true,
): { readonly agreements: readonly GenauthAgreement[] } | { readonly failure: ShownFailure } {
  const items: unknown = own(data, 'agreements');
  if (own(data, 'agreementEnabled') !== true || !Array.isArray(items))
    return missing('has no agreements');
  if (items.length > maxAgreements) return missing(`has more than ${maxAgreements} agreements`);
  const read: Read[] = [];
  for (const item of items) {
    if (!mayRegister && isForRegistering(item)) continue;
    const agreement = readAgreement(item, hosts);
    if (agreement === null) return missing('has an agreement that cannot be read');
    const order = own(item, 'order');
    read.push({
      order: typeof order === 'number' ? order : 0,
      lang: langOfTag(own(item, 'lang')) ?? text(own(item, 'lang'))?.toLowerCase() ?? '',
      agreement,
    });
  }
  const agreements = inLanguage(read, lang)
    .sort((a, b) => a.order - b.order)
    .map(({ agreement }) => agreement);
  if (agreements.every(isOptional)) return missing('has no agreement that this login needs');
  const ids = agreements.flatMap(({ id, parts }) => [
    ...new Set([id, ...parts.map((part) => part.id)]),
  ]);
  if (new Set(ids).size < ids.length) return missing('has an id twice');
  return { agreements };
}

/**
 * What reads HTML is loaded only where GenAuth keeps the agreements, with the page that shows them:
 * whoever needs it is given it.
 */
export type ReadAgreements = typeof readAgreements;

/** 1 is for logging in, 2 for both; what is none of GenAuth's numbers counts as both. */
function isForRegistering(item: unknown): boolean {
  const availableAt = own(item, 'availableAt') ?? 0;
  return availableAt === 0;
}

function missing(what: string): { readonly failure: ShownFailure } {
  return {
    failure: { code: 'agreements_missing', message: `GenAuth's public configuration ${what}` },
  };
}

/**
 * As many that have to be agreed to as in the fullest language, so that nobody agrees to less;
 * among those, the person's own. An agreement of another language is better than none: the person
 * can at least have it read to them.
 */
function inLanguage(items: readonly Read[], lang: Lang): Read[] {
  const wanted = [...withNearest(lang), 'zh-CN', 'en', ...items.map((item) => item.lang)];
  const groups = wanted.map((one) => items.filter((item) => item.lang === one || item.lang === ''));
  const needed = groups.map(
    (group) => group.filter(({ agreement }) => !isOptional(agreement)).length,
  );
  return groups[needed.indexOf(Math.max(...needed))] ?? [];
}
