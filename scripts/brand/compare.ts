import { brand as messages } from '../messages/brand';
import { say } from '../messages/say';
import type { Brand } from './pack/pack';

/** What is different in `to`, one line a field: what `from` has, what `to` has. */
export function compareBrands(from: Brand, to: Brand): string[] {
  const [old, fresh] = [flatten(from), flatten(to)];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((field) => old.get(field) !== fresh.get(field))
    .map((field) => `${field}: ${short(old.get(field))} -> ${short(fresh.get(field))}`);
}

function flatten({ pack, texts }: Brand): Map<string, string> {
  const { $schema: _, sample: __, ...fields } = pack;
  const leaves = new Map<string, string>();
  collect({ ...fields, agreementTexts: Object.fromEntries(texts) }, '', leaves);
  return leaves;
}

function collect(value: unknown, path: string, leaves: Map<string, string>): void {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0) leaves.set(path, JSON.stringify(value) ?? '');
  for (const [key, item] of entries) collect(item, path === '' ? key : `${path}.${key}`, leaves);
}

function short(text: string | undefined): string {
  if (text === undefined) return say(messages.absent());
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
